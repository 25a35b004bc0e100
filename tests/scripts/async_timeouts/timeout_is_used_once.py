# Errors of entering: twice, outside a task, outside a loop.
import asyncio

async def enter(timeout):
    async with timeout:
        print("entered")

def in_callback(timeout, future):
    try:
        enter(timeout).send(None)
    except RuntimeError as error:
        future.set_result(str(error))

async def main():
    timeout = asyncio.timeout(None)
    await enter(timeout)
    try:
        await enter(timeout)
    except RuntimeError as error:
        print(error)
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(in_callback, asyncio.timeout(5), future)
    print(await future)
    for wrong in ("5", [], object):
        try:
            asyncio.timeout(wrong)
        except TypeError as error:
            print(error)

asyncio.run(main())
try:
    asyncio.timeout(5)
except RuntimeError as error:
    print(error)
print(asyncio.timeout_at(5), asyncio.Timeout(6).when())
