# A task looks for a file; when it is there, the others are cancelled and the loop stops.
import asyncio
from pathlib import Path
import tempfile

async def end_all(loop):
    others = [task for task in asyncio.all_tasks(loop) if task is not asyncio.current_task(loop)]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    print("cancelled", sum(task.cancelled() for task in others))
    loop.stop()

async def watch(loop, path):
    while not path.is_file():
        print("not yet")
        await asyncio.sleep(0.001)
        path.touch()
    await end_all(loop)

async def serve():
    await asyncio.sleep(60)

loop = asyncio.new_event_loop()
try:
    tasks = [loop.create_task(watch(loop, Path(tempfile.mkdtemp(), "stop"))), *(loop.create_task(serve()) for _ in range(3))]
    loop.run_forever()
finally:
    loop.close()
print(loop.is_closed(), tasks[0].done())
