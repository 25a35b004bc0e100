import asyncio

async def main():
    await asyncio.sleep(0)
    return "through"

loop = asyncio.new_event_loop()
try:
    print(loop.is_running(), loop.is_closed(), isinstance(loop, asyncio.AbstractEventLoop))
    print(loop.run_until_complete(main()))
    print(loop.run_until_complete(main()))
finally:
    loop.close()
print(loop.is_closed())
late = main()
try:
    loop.run_until_complete(late)
except RuntimeError as error:
    print(error)
late.close()
