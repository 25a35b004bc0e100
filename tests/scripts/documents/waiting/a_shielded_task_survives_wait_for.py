import asyncio

async def save(event):
    await event.wait()
    return "saved"

async def main():
    event = asyncio.Event()
    task = asyncio.create_task(save(event))
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.001)
    except TimeoutError:
        print("not in time", task.done())
    event.set()
    print(await task)

asyncio.run(main())
