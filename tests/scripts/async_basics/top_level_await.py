# ouro-only: CPython accepts await only inside async functions
import asyncio

async def add(a, b):
    await asyncio.sleep(0)
    return a + b

print(await add(1, 2))
for n in [1, 2]:
    print(n, await add(n, n))
async with asyncio.Lock() as nothing:
    print(nothing)
async def numbers():
    yield 1
    yield 2
async for n in numbers():
    print("number", n)
print([x async for x in numbers()], [await add(n, 1) for n in range(2)])
task = asyncio.create_task(add("a", "b"))
print(await task)
