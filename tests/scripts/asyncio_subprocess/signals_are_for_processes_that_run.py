import asyncio
import signal
from asyncio.subprocess import PIPE


async def main():
    for end in (lambda p: p.kill(), lambda p: p.terminate(), lambda p: p.send_signal(signal.SIGINT)):
        cat = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
        end(cat)
        print(await cat.wait(), await cat.stdout.read())
        try:
            end(cat)
        except ProcessLookupError as error:
            print("ProcessLookupError", error)
    try:
        await asyncio.create_subprocess_exec("/no/such/program")
    except FileNotFoundError as error:
        print(error)


asyncio.run(main())
