# The stand-in for a server with a limit: it refuses the one too many, so the client needs a semaphore.
import asyncio

class Server:
    busy = 0

    async def get(self, path):
        if self.busy == 2:
            raise ConnectionError("too many requests")
        self.busy += 1
        await asyncio.sleep(0)
        self.busy -= 1
        return f"{path}: 200"

async def limited(server, gate, path):
    async with gate:
        return await server.get(path)

async def main():
    server, gate = Server(), asyncio.Semaphore(2)
    paths = [f"/{number}" for number in range(4)]
    print(await asyncio.gather(*map(server.get, paths), return_exceptions=True))
    print(await asyncio.gather(*(limited(server, gate, path) for path in paths)))

asyncio.run(main())
