import asyncio
import os
from pathlib import Path
import tempfile

os.chdir(tempfile.mkdtemp())

log = []

async def read_all(paths):
    for path in paths:
        await asyncio.sleep(0)
        with open(path, "r") as file:
            log.append(file.read())

async def other():
    for number in range(3):
        log.append(f"other {number}")
        await asyncio.sleep(0)

async def main():
    paths = [Path(f"{number}.txt") for number in range(3)]
    for path in paths:
        path.write_text(f"text of {path}")
    await asyncio.gather(other(), read_all(paths))
    print("\n".join(log))

asyncio.run(main())
