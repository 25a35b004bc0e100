import types


@types.coroutine
def suspend(value):
    return (yield value)


async def numbers():
    await suspend("first")
    x = yield 1
    print("got", x)
    await suspend("second")
    yield 2


def step(function, *arguments):
    try:
        print("->", function(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)


g = numbers()
step(g.asend(5).send, None)
first = anext(g)
step(first.send, None)
print(g.ag_running)
for operation in (anext(g), g.asend(1), g.athrow(ValueError), g.aclose()):
    step(operation.send, None)
step(first.send, None)
step(first.send, None)
step(first.throw, ValueError)
print(g.ag_running)
second = g.asend("value")
step(second.send, None)
step(second.throw, KeyError("thrown"))
step(anext(g).send, None)
closing = g.aclose()
step(closing.send, None)
step(closing.send, None)
