import asyncio


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for schedule, when in ((loop.call_soon, ()), (loop.call_later, (1,)), (loop.call_at, (1,)), (loop.call_soon_threadsafe, ())):
        for callback in (5, coroutine_function):
            try:
                schedule(*when, callback)
            except TypeError as error:
                print(error)


asyncio.run(main(), debug=True)
