def step(function, *arguments):
    try:
        print("->", function(*arguments))
    except BaseException as error:
        print(type(error).__name__, error)


async def wait_for(awaitable):
    return await awaitable


class Custom:
    def __init__(self, result):
        self.result = result

    def __await__(self):
        return self.result


class Generating:
    def __await__(self):
        received = yield "waiting"
        return received * 2


inner = wait_for(1)
step(wait_for(Custom(5)).send, None)
step(wait_for(Custom(inner)).send, None)
inner.close()
c = wait_for(Custom(iter([1, 2])))
for _ in range(3):
    step(c.send, None)
c = wait_for(Custom(iter([1, 2])))
step(c.send, None)
step(c.send, 1)
c = wait_for(Generating())
step(c.send, None)
step(c.send, 21)
