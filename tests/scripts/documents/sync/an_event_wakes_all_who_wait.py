import asyncio

async def runner(name, start):
    print(name, "waits", start.is_set())
    print(name, "runs", await start.wait())

async def main():
    start = asyncio.Event()
    runners = [asyncio.create_task(runner(name, start)) for name in "abc"]
    await asyncio.sleep(0)
    print("go")
    start.set()
    await asyncio.gather(*runners)
    print(start.is_set(), await start.wait())
    start.clear()
    print(start.is_set())

asyncio.run(main())
