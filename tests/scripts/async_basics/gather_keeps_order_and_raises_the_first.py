import asyncio

async def work(n):
    await asyncio.sleep(0)
    if n == 2:
        raise ValueError(n)
    return n

async def main():
    try:
        await asyncio.gather(*[work(n) for n in range(4)])
    except ValueError as error:
        print("raised", error)
    print(await asyncio.gather(work(1), work(2), work(3), return_exceptions=True), await asyncio.gather())

asyncio.run(main())
