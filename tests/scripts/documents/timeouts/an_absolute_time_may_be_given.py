import asyncio

async def main():
    loop = asyncio.get_running_loop()
    moment = loop.time() + 0.01
    try:
        async with asyncio.timeout_at(moment) as limit:
            print(limit.when() == moment, limit.expired())
            await asyncio.sleep(60)
    except TimeoutError:
        print(limit.expired(), loop.time() >= moment)

asyncio.run(main())
