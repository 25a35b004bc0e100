import asyncio


class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        raise ValueError("never")


def report(loop, context):
    if "exception" in context:
        print(context["message"][:21], type(context["exception"]).__name__)


async def wait(future):
    asyncio.current_task().cancel()  # reaches what it waits for next
    await future


async def main():
    asyncio.get_running_loop().set_exception_handler(report)
    future = Stubborn()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0.001)
    print("the loop goes on")
    future.set_result(None)
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
