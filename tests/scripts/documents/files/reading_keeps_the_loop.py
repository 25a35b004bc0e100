import asyncio
import os
from pathlib import Path
import tempfile

os.chdir(tempfile.mkdtemp())

log = []

async def read_all(paths):
    for path in paths:
        with open(path, "r") as file:
            log.append(file.read())

async def other():
    log.append("other begins")
    await asyncio.sleep(0)
    log.append("other ends")

async def main():
    paths = [Path(f"{number}.txt") for number in range(3)]
    for path in paths:
        path.write_text(f"text of {path}")
    await asyncio.gather(other(), read_all(paths))
    print("\n".join(log))

asyncio.run(main())
