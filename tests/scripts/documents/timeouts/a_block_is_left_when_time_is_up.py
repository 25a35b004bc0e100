import asyncio

async def nap():
    await asyncio.sleep(60)

async def main():
    tasks = [asyncio.create_task(nap()) for _ in range(3)]
    try:
        async with asyncio.timeout(0.01):
            await asyncio.gather(*tasks, return_exceptions=True)
            print("never")
    except TimeoutError as error:
        print("time is up", error.args, [task.cancelled() for task in tasks])

asyncio.run(main())
