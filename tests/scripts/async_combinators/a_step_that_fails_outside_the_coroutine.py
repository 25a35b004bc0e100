import asyncio

tasks = []


def report(loop, context):
    if "exception" in context:
        print(context["message"][:21], type(context["exception"]).__name__)


async def wait_for_other(i):
    await asyncio.sleep(0)
    if i == 1:
        asyncio.current_task().cancel()  # reaches what it waits for next: a circle
    await tasks[1 - i]


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    tasks.extend(asyncio.create_task(wait_for_other(i)) for i in range(2))
    await asyncio.sleep(0.001)
    print("the loop goes on")


try:
    asyncio.run(main())
except RecursionError:
    print("run() cannot cancel them")
