import asyncio
import inspect

async def numbers():
    yield 1
    yield 2

async def main():
    made = numbers()
    print(inspect.isasyncgenfunction(numbers), inspect.isasyncgen(made), inspect.iscoroutinefunction(numbers))
    print(type(made).__name__, aiter(made) is made, await anext(made), await made.__anext__())
    try:
        await anext(made)
    except StopAsyncIteration as end:
        print(repr(end), await anext(made, "default"))

asyncio.run(main())
