import asyncio

async def area(width, height=1, *others, scale=1, **more):
    await asyncio.sleep(0)
    return width * height * scale, others, more

async def main():
    print(await area(2), await area(2, 3, 4, scale=5, unit="m"))
    result, *rest = await asyncio.gather(area(1), area(height=2, width=3))
    print(result, rest)
    print((await area(4))[0] + (await area(5))[0])

asyncio.run(main())
