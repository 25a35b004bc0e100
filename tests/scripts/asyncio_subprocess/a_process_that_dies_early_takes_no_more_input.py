import asyncio
from asyncio.subprocess import PIPE


async def main():
    for command in ("exit 7", "exec <&-; echo closed; exit 5"):
        shell = await asyncio.create_subprocess_shell(command, stdin=PIPE, stdout=PIPE)
        print(await shell.communicate(b"x" * 1_000_000), shell.returncode)
    shell = await asyncio.create_subprocess_shell("exit 0", stdin=PIPE)
    await shell.wait()
    try:
        while True:
            shell.stdin.write(b"x" * 1000)
            await shell.stdin.drain()
    except (BrokenPipeError, ConnectionResetError) as error:
        print(isinstance(error, ConnectionError))


asyncio.run(main())
