# since 3.14: nothing makes a loop by itself any more.
import asyncio

async def work():
    return 1

made = work()
for attempt in (lambda: asyncio.ensure_future(made), lambda: asyncio.gather(made), asyncio.Future):
    try:
        attempt()
    except RuntimeError as error:
        print(error)
made.close()
