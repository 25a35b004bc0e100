import asyncio

async def shell(line):
    process = await asyncio.create_subprocess_shell(line, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    return process.returncode, output.decode().strip()

async def main():
    print(await asyncio.gather(shell("echo one"), shell("echo two; exit 3"), shell("printf three | tr a-z A-Z")))

asyncio.run(main())
