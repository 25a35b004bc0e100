import asyncio, gc


async def numbers():
    try:
        yield 1
    finally:
        print("closed")


async def main():
    loop = asyncio.get_running_loop()
    def factory(loop, coro, **options):
        if "async_generator" in type(coro).__name__:
            coro.close()
            raise ValueError("no task for you")
        return asyncio.Task(coro, loop=loop, **options)
    loop.set_exception_handler(lambda l, c: print(c["message"][:22], repr(c.get("exception"))))
    loop.set_task_factory(factory)
    async for n in numbers():
        break
    gc.collect()
    for _ in range(5):
        await asyncio.sleep(0)


asyncio.run(main())
