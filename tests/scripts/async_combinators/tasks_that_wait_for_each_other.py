import asyncio

tasks = []


async def wait_for_other(i):
    await asyncio.sleep(0)
    await tasks[1 - i]


async def main():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    tasks.extend(asyncio.create_task(wait_for_other(i), name=f"T{i}") for i in range(2))
    await asyncio.sleep(0.001)
    print(repr(tasks[0]).count("wait_for=..."))
    try:
        tasks[0].cancel()
    except RecursionError:
        print("cannot be cancelled")


try:
    asyncio.run(main())
except RecursionError:
    print("nor by run()")
