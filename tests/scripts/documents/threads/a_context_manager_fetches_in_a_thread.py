# A library without async: its call runs in the default executor.
import asyncio
from contextlib import asynccontextmanager

def get(address):
    return f"<page of {address}>".encode()

@asynccontextmanager
async def page(address):
    loop = asyncio.get_running_loop()
    yield await loop.run_in_executor(None, get, address)

async def main():
    async with page("local") as octets:
        print(octets.decode("utf-8"))

loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
    loop.run_until_complete(loop.shutdown_default_executor())
finally:
    loop.close()
