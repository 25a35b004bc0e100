import asyncio

async def endless(n):
    return await endless(n + 1)

async def endless_task(n):
    return await asyncio.create_task(endless(n))

async def agen():
    async for x in agen():
        yield x

async def drain():
    async for x in agen():
        pass

async def main():
    for make in (lambda: endless(0), lambda: endless_task(0), drain):
        try:
            await make()
            print("no error")
        except RecursionError:
            print("RecursionError")

asyncio.run(main())
