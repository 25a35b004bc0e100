import asyncio
import threading

gate = threading.Event()

def blocking():
    return gate.wait(10)

async def main():
    waiting = asyncio.create_task(asyncio.to_thread(blocking))
    for turn in range(3):
        print("turn", turn, waiting.done())
        await asyncio.sleep(0)
    gate.set()
    print(await waiting)

asyncio.run(main())
