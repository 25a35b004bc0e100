import asyncio

async def other():
    try:
        await asyncio.sleep(60)
    finally:
        print("the other one is ended first")

async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    raise LookupError("no such thing")

try:
    asyncio.run(main())
except LookupError as error:
    print(error)
