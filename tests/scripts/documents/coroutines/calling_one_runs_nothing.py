import asyncio

async def work():
    print("working")
    return 5

made = work()
print(type(made).__name__, made.__name__, str(made).startswith("<coroutine object work at 0x"))
print(asyncio.run(made))
