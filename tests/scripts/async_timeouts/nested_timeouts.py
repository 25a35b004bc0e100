# The timeout that expired raises; the other one sees an ordinary exception. With both the outer raises.
import asyncio

async def nested(outer, inner):
    try:
        async with asyncio.timeout(outer) as first:
            try:
                async with asyncio.timeout(inner) as second:
                    await asyncio.sleep(10)
            except TimeoutError as error:
                print("inner", repr(error))
    except TimeoutError as error:
        print("outer", repr(error))
    print(first.expired(), second.expired(), asyncio.current_task().cancelling())

async def main():
    await nested(10, 0)
    await nested(0, 10)
    await nested(0, 0)
    await nested(-1, -1)
    await nested(None, 0.01)
    await nested(0.01, None)

asyncio.run(main())
