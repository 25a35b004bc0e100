import asyncio

async def work(future):
    await asyncio.sleep(0.001)
    print("sets it")
    future.set_result("parcel")

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future))
    print(future.done(), task.done())
    print(await future, future.done(), future.result())
    await task

asyncio.run(main())
