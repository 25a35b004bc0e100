import asyncio
from asyncio.subprocess import PIPE


async def main():
    command = "head -c 3000000 /dev/zero; head -c 2000000 /dev/zero >&2; head -c 1000000 /dev/zero"
    shell = await asyncio.create_subprocess_shell(command, stdout=PIPE, stderr=PIPE)
    out, err = await shell.communicate()
    print(len(out), len(err), shell.returncode)
    cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    out, _ = await cat.communicate(b"x" * 2_000_000)
    print(len(out), cat.returncode)


asyncio.run(main())
