import asyncio
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def main():
    cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    cat.stdin.write(b"one\ntwo\n")
    await cat.stdin.drain()
    print(await cat.stdout.readline(), await cat.stdout.readline(), cat.returncode, cat.stderr)
    cat.stdin.close()
    await cat.stdin.wait_closed()
    print(await cat.stdout.read(), await cat.wait(), await cat.wait(), cat.returncode)

    command = "echo out; echo err >&2; exit 3"
    for stderr in (PIPE, STDOUT, DEVNULL):
        shell = await asyncio.create_subprocess_shell(command, stdout=PIPE, stderr=stderr)
        print(await shell.communicate(), shell.returncode, shell.stdin)

    word_count = await asyncio.create_subprocess_exec("wc", "-c", stdin=PIPE, stdout=PIPE)
    print(await word_count.communicate(b"12345"))


asyncio.run(main())
