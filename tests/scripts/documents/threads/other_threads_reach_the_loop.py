import asyncio
import threading

async def answer(x):
    await asyncio.sleep(0)
    return x + 1

def elsewhere(loop, results):
    results.append(asyncio.run_coroutine_threadsafe(answer(41), loop).result(10))
    loop.call_soon_threadsafe(results.append, "called")

async def main():
    results = []
    await asyncio.to_thread(elsewhere, asyncio.get_running_loop(), results)
    await asyncio.sleep(0)
    print(results)

asyncio.run(main())
