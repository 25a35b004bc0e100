# Who is cancelled while a process starts has ended it and its pipes when the cancellation arrives.
import asyncio

PIPE = asyncio.subprocess.PIPE


async def main():
    for turns in range(6):
        starting = asyncio.create_task(asyncio.create_subprocess_exec("sleep", "10", stdin=PIPE, stdout=PIPE))
        for _ in range(turns):
            await asyncio.sleep(0)
        if starting.done():
            process = await starting
            process.kill()
            await process.wait()
            continue
        starting.cancel()
        try:
            await starting
            print("made")
        except asyncio.CancelledError:
            pass
    print("done")


asyncio.run(main())
