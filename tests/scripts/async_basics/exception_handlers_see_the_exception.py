import asyncio
import sys


def fail(name):
    return {}[name]


def handler(loop, context):
    print(context["message"].split(" ")[:3], repr(sys.exception()), repr(context.get("exception")))
    error = sys.exception()
    print(error and [entry.tb_frame.f_code.co_name for entry in entries(error.__traceback__)][-1])
    raise ValueError("in the handler")


def entries(traceback):
    while traceback:
        yield traceback
        traceback = traceback.tb_next


def default_handler(context):
    error = context.get("exception")
    print("->", context["message"], repr(error), repr(error.__context__))


async def failing():
    fail("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.default_exception_handler = default_handler
    loop.call_soon(fail, "call_soon")
    loop.call_later(0, fail, "call_later")
    task = asyncio.create_task(failing())
    task.add_done_callback(lambda task: fail("done callback"))
    await asyncio.wait([task])
    await asyncio.sleep(0.01)
    loop.call_exception_handler({"message": "outside of all"})
    try:
        fail("handled")
    except KeyError:
        loop.call_exception_handler({"message": "while handling"})
    task.exception()




asyncio.run(main())
