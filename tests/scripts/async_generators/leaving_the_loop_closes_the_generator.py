# Nobody but the loop holds the generator, so it is closed at once: by close() as there is no event loop with hooks.
async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


async def breaks():
    async for n in numbers():
        print(n)
        break
    print("after break")


async def returns():
    async for n in numbers():
        return "returned"


async def raises():
    async for n in numbers():
        raise KeyError(n)


for function in (breaks, returns, raises):
    try:
        function().send(None)
    except (StopIteration, KeyError) as end:
        print(repr(end))
