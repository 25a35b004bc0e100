# KeyboardInterrupt comes out of run_forever; the tasks are still there and can be ended in order.
import asyncio

async def end_all(loop):
    others = [task for task in asyncio.all_tasks(loop) if task is not asyncio.current_task(loop)]
    for task in others:
        task.cancel()
    results = await asyncio.gather(*others, return_exceptions=True)
    print(len(results), {type(result).__name__ for result in results})
    loop.stop()

def interrupt():
    raise KeyboardInterrupt

async def serve():
    await asyncio.sleep(60)

loop = asyncio.new_event_loop()
try:
    tasks = [loop.create_task(serve()) for _ in range(2)]
    loop.call_later(0.001, interrupt)
    loop.run_forever()
except KeyboardInterrupt:
    print("interrupted")
    loop.run_until_complete(end_all(loop))
finally:
    loop.close()
