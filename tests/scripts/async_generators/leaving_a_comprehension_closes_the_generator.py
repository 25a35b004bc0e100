# since 3.14
import asyncio


async def items(count, name):
    try:
        for i in range(count):
            yield i
            await asyncio.sleep(0)
    finally:
        print("closed", name)


async def check(x):
    await asyncio.sleep(0)
    if x:
        raise ValueError(x)
    return x


async def several():
    return {await check(y) for x in items_of_list for y in items_of_list async for y in items(2, "third")}


items_of_list = [0, 0]


async def main():
    for attempt in (
        lambda: listed(),
        lambda: nested(),
        lambda: filtered(),
        lambda: several(),
    ):
        try:
            await attempt()
        except (ValueError, ZeroDivisionError) as error:
            print(repr(error))
        await asyncio.sleep(0.001)


async def listed():
    return [await check(x) async for x in items(3, "only")]


async def nested():
    return [[await check(y) async for y in items(2, "inner")] async for x in items(2, "outer")]


async def filtered():
    return {x: x async for x in items(3, "filtered") if 1 // x}


asyncio.run(main())
