import types


@types.coroutine
def suspend(value):
    return (yield value)


def step(function, *arguments):
    try:
        print("->", function(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)


async def work():
    return await suspend("waiting")


async def wait_for(awaitable):
    return await awaitable


async def itself():
    await me


c = work()
step(c.send, 5)
step(c.send, None)
step(wait_for(c).send, None)
step(c.send, "result")
step(c.send, None)
step(wait_for(c).send, None)
print(c.close())
fresh = work()
step(fresh.throw, KeyError("thrown"))
step(fresh.send, None)
me = itself()
step(me.send, None)
closed = work()
closed.close()
step(closed.send, None)
