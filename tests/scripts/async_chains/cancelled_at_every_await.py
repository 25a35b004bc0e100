import asyncio

async def leaf(log):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append("leaf cancelled")
        await asyncio.sleep(0)
        log.append("leaf cleaned")
        raise
    finally:
        log.append("leaf left")

async def script(log, depth):
    try:
        return await asyncio.wait_for(script(log, depth - 1) if depth else leaf(log), 5)
    finally:
        log.append(f"script {depth} left")

async def main():
    for turns in range(8):
        log = []
        task = asyncio.create_task(script(log, 3))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel(f"after {turns}")
        try:
            await task
        except asyncio.CancelledError as error:
            log.append(repr(error))
        print(turns, log)

asyncio.run(main())
