import asyncio
from contextlib import asynccontextmanager

@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0)
    try:
        yield {"name": name}
    except LookupError as error:
        print("rolled back:", error)
        raise
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)

async def main():
    async with connection("store") as store:
        store["key"] = "value"
        print(store)
    try:
        async with connection("other"):
            raise LookupError("no key")
    except LookupError:
        print("outside")

asyncio.run(main())
