import asyncio

async def main():
    print("in the loop:", asyncio.get_event_loop() is loop, asyncio.get_running_loop() is loop)

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    print(asyncio.get_event_loop() is loop)
    asyncio.get_event_loop().run_until_complete(main())
finally:
    loop.close()
