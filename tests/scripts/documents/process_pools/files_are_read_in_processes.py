import asyncio
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
import tempfile

def read(path):
    with open(path) as file:
        return len(file.read())

async def read_all(paths):
    loop = asyncio.get_event_loop()
    with ProcessPoolExecutor(max_workers=3) as pool:
        return await asyncio.gather(*[loop.run_in_executor(pool, read, path) for path in paths])

if __name__ == "__main__":
    folder = tempfile.mkdtemp()
    paths = [Path(folder, f"{number}.txt") for number in range(4)]
    for path in paths:
        path.write_text("x" * int(path.stem) * 100)
    print(asyncio.run(read_all(paths)))
