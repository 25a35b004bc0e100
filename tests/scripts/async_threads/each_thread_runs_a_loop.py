import asyncio
import threading

results = {}


async def work(number):
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.001 * number, event.set)
    await event.wait()
    return number, asyncio.current_task().get_name().startswith("Task-")


def run(number):
    results[number] = asyncio.run(work(number))


threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results.items()))


def without_loop():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=without_loop)
thread.start()
thread.join()
