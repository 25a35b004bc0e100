# What is written to a pipe that is closing is lost; what was written before is not.
import asyncio


async def main():
    process = await asyncio.create_subprocess_exec(
        "wc", "-c", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
    process.stdin.write(b"x" * 1_000_000)
    process.stdin.close()
    process.stdin.write(b"y")
    print((await process.stdout.read()).strip(), await process.wait())


asyncio.run(main())
