import asyncio
from concurrent.futures import ThreadPoolExecutor
import os
from pathlib import Path
import tempfile

os.chdir(tempfile.mkdtemp())

def read(path):
    with open(path, "r") as file:
        return file.read()

async def read_all(paths):
    loop = asyncio.get_event_loop()
    with ThreadPoolExecutor(max_workers=5) as pool:
        return await asyncio.gather(*[loop.run_in_executor(pool, read, path) for path in paths])

async def main():
    paths = [Path(f"{number}.txt") for number in range(7)]
    for path in paths:
        path.write_text(str(path) * 1000)
    print([len(text) for text in await read_all(paths)])
    try:
        await read_all([Path("missing.txt")])
    except FileNotFoundError as error:
        print(error.filename)

asyncio.run(main())
