import asyncio

async def nap(name):
    try:
        await asyncio.sleep(60)
    finally:
        print(name, "ends")

async def main():
    group = asyncio.gather(nap("a"), nap("b"))
    await asyncio.sleep(0)
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("all are cancelled")

asyncio.run(main())
