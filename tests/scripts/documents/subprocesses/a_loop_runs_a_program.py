import asyncio

async def main():
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE,
                                                   stdout=asyncio.subprocess.PIPE)
    output, errors = await process.communicate(b"through a pipe")
    print(output, errors, process.returncode)

asyncio.run(main())
