import asyncio
import threading

results = {}

async def work(name):
    await asyncio.sleep(0)
    return name, asyncio.get_running_loop()

def in_thread():
    results["other"] = asyncio.run(work("other"))

thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
results["main"] = asyncio.run(work("main"))
print(sorted(name for name, _ in results.values()), results["main"][1] is results["other"][1])
