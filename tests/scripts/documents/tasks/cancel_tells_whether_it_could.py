import asyncio

async def nap():
    await asyncio.sleep(60)

async def quick():
    return 1

async def main():
    sleeper, ready = asyncio.create_task(nap()), asyncio.create_task(quick())
    await ready
    print(ready.cancel(), ready.cancelled(), sleeper.cancel("enough"), sleeper.cancelled(), sleeper.cancelling())
    try:
        await sleeper
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    print(sleeper.done(), sleeper.cancelled(), sleeper.cancel())

asyncio.run(main())
