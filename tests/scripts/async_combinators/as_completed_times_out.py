# Items that are too late raise TimeoutError: each coroutine, or the async for once. Nothing is cancelled.
import asyncio

async def main():
    loop = asyncio.get_running_loop()
    late = [loop.create_future(), loop.create_future()]
    for coroutine in asyncio.as_completed([asyncio.sleep(0, "in time"), *late], timeout=0.01):
        try:
            print(await coroutine)
        except TimeoutError as error:
            print(repr(error))
    try:
        async for future in asyncio.as_completed([asyncio.create_task(asyncio.sleep(0, "in time")), *late], timeout=0.01):
            print(future.result())
    except asyncio.TimeoutError as error:
        print(repr(error))
    print(late)
    for wrong in (late[0], asyncio.sleep(0)):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(wrong):
            wrong.close()

asyncio.run(main())
