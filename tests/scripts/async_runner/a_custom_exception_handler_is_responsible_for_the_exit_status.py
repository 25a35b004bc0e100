import asyncio
import gc


async def fail():
    raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
    asyncio.create_task(fail())
    await asyncio.sleep(0.001)
    gc.collect()


asyncio.run(main())
