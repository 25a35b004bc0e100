import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for debug in (True, False):
        loop.set_debug(debug)
        try:
            loop.call_later(60, 5).cancel()
            print("accepted")
        except TypeError as error:
            print(error)

asyncio.run(main())
