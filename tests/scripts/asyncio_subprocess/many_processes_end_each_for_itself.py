import asyncio


async def run(status):
    process = await asyncio.create_subprocess_shell(f"exit {status}")
    return await process.wait()


async def main():
    print(await asyncio.gather(*(run(status) for status in range(12))))


asyncio.run(main())
