import asyncio
import signal

async def end_all(loop):
    others = [task for task in asyncio.all_tasks(loop) if task is not asyncio.current_task(loop)]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    print("cancelled", len(others))
    loop.stop()

async def serve():
    await asyncio.sleep(60)

loop = asyncio.new_event_loop()
try:
    tasks = [loop.create_task(serve()) for _ in range(2)]
    loop.call_later(0.001, signal.raise_signal, signal.SIGINT)
    loop.run_forever()
except KeyboardInterrupt:
    print("interrupted")
    loop.run_until_complete(end_all(loop))
finally:
    loop.close()
