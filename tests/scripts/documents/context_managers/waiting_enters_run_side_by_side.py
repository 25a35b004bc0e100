import asyncio
import time

log = []

class Connection:
    def __enter__(self):
        time.sleep(0.001)
        log.append("plain open")

    def __exit__(self, *error):
        return False

    async def __aenter__(self):
        await asyncio.sleep(0.001)
        log.append("async open")

    async def __aexit__(self, *error):
        return False

async def plain(name):
    log.append(f"{name} begins")
    with Connection():
        log.append(f"{name} is in")

async def concurrent(name):
    log.append(f"{name} begins")
    async with Connection():
        log.append(f"{name} is in")

async def main():
    await asyncio.gather(plain("a"), plain("b"))
    await asyncio.gather(concurrent("c"), concurrent("d"))
    print("\n".join(log))

asyncio.run(main())
