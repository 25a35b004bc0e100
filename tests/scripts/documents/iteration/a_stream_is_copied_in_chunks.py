import asyncio
import os
import tempfile

os.chdir(tempfile.mkdtemp())

class Content:
    def __init__(self, octets):
        self._octets = octets

    async def iter_chunked(self, size):
        for start in range(0, len(self._octets), size):
            await asyncio.sleep(0)
            yield self._octets[start:start + size]

async def main():
    sizes = []
    with open("copy.bin", "wb") as file:
        async for chunk in Content(bytes(range(256)) * 10).iter_chunked(1024):
            sizes.append(file.write(chunk))
    with open("copy.bin", "rb") as file:
        print(sizes, file.read() == bytes(range(256)) * 10)

asyncio.run(main())
