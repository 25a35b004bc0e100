import asyncio

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "value")
    print(future.done(), await future, future.done(), future.result())
    failed = loop.create_future()
    loop.call_later(0.001, failed.set_exception, ValueError("set"))
    try:
        await failed
    except ValueError as error:
        print(error)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(error)

asyncio.run(main())
