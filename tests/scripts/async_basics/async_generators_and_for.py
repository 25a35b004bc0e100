import asyncio

async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        print("closed")

async def main():
    async for i in count(2):
        print(i)
    print([i async for i in count(3) if i], {i: i async for i in count(1)})
    agen = count(5)
    print(await anext(agen), await agen.__anext__())
    await agen.aclose()
    print(await anext(agen, "over"))

asyncio.run(main())
