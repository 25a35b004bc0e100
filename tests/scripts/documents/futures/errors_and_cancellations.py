import asyncio

async def main():
    loop = asyncio.get_running_loop()
    failed, cancelled = loop.create_future(), loop.create_future()
    failed.set_exception(OSError("no wire"))
    print(cancelled.cancel(), cancelled.cancelled(), failed.exception())
    for future in (failed, cancelled):
        try:
            await future
        except OSError as error:
            print("failed:", error)
        except asyncio.CancelledError:
            print("cancelled")

asyncio.run(main())
