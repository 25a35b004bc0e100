import asyncio
from asyncio.subprocess import PIPE


async def main():
    command = "echo 0123456789; echo 01234567890123456789; echo end"
    shell = await asyncio.create_subprocess_shell(command, stdout=PIPE, limit=16)
    print(await shell.stdout.readline())
    try:
        await shell.stdout.readline()
    except ValueError as error:
        print(error)
    print(await shell.stdout.read(), await shell.wait())


asyncio.run(main())
