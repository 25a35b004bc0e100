import asyncio

async def wait(event, n):
    await event.wait()
    print("woken", n)

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(wait(event, n)) for n in range(3)]
    await asyncio.sleep(0)
    print("setting", event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    await event.wait()
    print(event.is_set())

asyncio.run(main())
