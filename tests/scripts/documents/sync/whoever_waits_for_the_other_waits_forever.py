# Two tasks that await each other: only a timeout ends it.
import asyncio

async def wait_for_other(name):
    await tasks[name]

async def main():
    tasks["a"] = asyncio.create_task(wait_for_other("b"))
    tasks["b"] = asyncio.create_task(asyncio.sleep(60))
    done, pending = await asyncio.wait(tasks.values(), timeout=0.001)
    print(len(done), len(pending))
    tasks["b"].cancel()
    await asyncio.wait(tasks.values())
    print([task.cancelled() for task in tasks.values()])

tasks = {}
asyncio.run(main())
