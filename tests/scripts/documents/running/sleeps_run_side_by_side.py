import asyncio

async def nap(name, seconds):
    print(name, "lies down")
    await asyncio.sleep(seconds)
    print(name, "gets up")

async def main():
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.gather(nap("long", 0.09), nap("short", 0.01), nap("middle", 0.05))
    print(0.085 <= loop.time() - begin < 0.145)

asyncio.run(main())
