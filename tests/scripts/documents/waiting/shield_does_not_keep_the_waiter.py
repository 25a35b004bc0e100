import asyncio

async def save(log):
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    log.append("saved")

async def user(task, log):
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        log.append("the user is cancelled")
        raise

async def main():
    log = []
    task = asyncio.create_task(save(log))
    waiter = asyncio.create_task(user(task, log))
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.wait([task, waiter])
    print(log, waiter.cancelled(), task.cancelled())

asyncio.run(main())
