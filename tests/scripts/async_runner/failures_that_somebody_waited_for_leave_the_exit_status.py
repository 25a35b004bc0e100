import asyncio
import sys


async def fail():
    raise ValueError("seen")


async def main():
    await asyncio.wait([asyncio.create_task(fail())])
    done = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.wait([done])
    async for _ in asyncio.as_completed([fail()]):
        pass
    asyncio.create_task(fail()).add_done_callback(lambda task: None)
    await asyncio.sleep(0.001)
    asyncio.get_running_loop().create_future().set_exception(asyncio.CancelledError())


class Nowhere:
    def write(self, text):
        pass

    def flush(self):
        pass


sys.stderr = Nowhere()
asyncio.run(main())
