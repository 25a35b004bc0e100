import asyncio, contextvars, gc

var = contextvars.ContextVar("var", default="unset")


async def numbers():
    try:
        yield 1
    finally:
        print("closed in", var.get())
        await asyncio.sleep(0)


async def user():
    var.set("user")
    async for n in numbers():
        break
    gc.collect()


async def main():
    loop = asyncio.get_running_loop()
    made = []
    def factory(loop, coro, **options):
        made.append(type(coro).__name__)
        return asyncio.Task(coro, loop=loop, **options)
    loop.set_task_factory(factory)
    await asyncio.create_task(user())
    for _ in range(5):
        await asyncio.sleep(0)
    print(made)


asyncio.run(main())
