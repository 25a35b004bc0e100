import asyncio

async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.02, done.set_result, "last")
    loop.call_later(0.001, print, "soon after")
    loop.call_at(loop.time() + 0.01, print, "later")
    loop.call_soon(print, "next turn")
    print("now")
    print(await done)

asyncio.run(main())
