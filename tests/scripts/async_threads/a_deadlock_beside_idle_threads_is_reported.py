# ouro-only: CPython waits for ever
import asyncio


class Bell(asyncio.Event):
    def __repr__(self):
        return "the bell"


async def main():
    await asyncio.to_thread(int)
    try:
        await Bell().wait()
    finally:
        print("cleaned up")


try:
    asyncio.run(main())
except RuntimeError as error:
    print(error)
