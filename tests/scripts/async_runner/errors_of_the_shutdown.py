# A task that fails during the shutdown is reported to the exception handler.
import asyncio

def handler(loop, context):
    print(context["message"], repr(context["exception"]), context["task"].get_name(), sorted(context))

async def work(error):
    try:
        await asyncio.sleep(10)
    finally:
        if error:
            raise error

async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(work(ValueError("cleanup")), name="bad")
    asyncio.create_task(work(None), name="good")
    await asyncio.sleep(0)
    return 1

print(asyncio.run(main()))
