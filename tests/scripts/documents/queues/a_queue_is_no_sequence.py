import asyncio

async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    for attempt in (lambda: queue[0], lambda: list(queue), lambda: len(queue)):
        try:
            attempt()
        except TypeError as error:
            print(error)

asyncio.run(main())
