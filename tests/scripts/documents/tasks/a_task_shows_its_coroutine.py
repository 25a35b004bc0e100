import asyncio

async def work():
    await asyncio.sleep(0)

async def main():
    made = work()
    task = asyncio.create_task(made, name="worker")
    print(task.get_coro() is made, repr(task).startswith("<Task pending name='worker' coro=<work() "))
    await task
    print(repr(task).startswith("<Task finished name='worker' coro=<work() done"))

asyncio.run(main())
