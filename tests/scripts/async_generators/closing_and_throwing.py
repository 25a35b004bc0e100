def step(awaitable):
    try:
        print("->", awaitable.send(None))
    except BaseException as error:
        print(type(error).__name__, error.args, repr(error.__cause__), repr(error.__context__))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def replaces():
    try:
        yield 1
    except GeneratorExit:
        raise ValueError("instead")


async def stops(error):
    raise error
    yield


for function in (ignores, replaces):
    g = function()
    step(g.aclose())
    step(anext(g))
    g = function()
    step(anext(g))
    step(g.aclose())
for error in (StopIteration(1), StopAsyncIteration(2), KeyError(3)):
    step(anext(stops(error)))
g = ignores()
step(g.athrow(KeyError("fresh")))
step(g.athrow(KeyError("closed")))
