import asyncio
from concurrent.futures import ProcessPoolExecutor
import re

def source_of_picture(page):
    found = re.search(r'<div id="comic">\s*<img src="([^"]+)"', page)
    return found and found.group(1)

async def main():
    page = '<html><div id="comic"> <img src="/one.png"></div></html>'
    with ProcessPoolExecutor(1) as pool:
        print(await asyncio.get_running_loop().run_in_executor(pool, source_of_picture, page))

if __name__ == "__main__":
    asyncio.run(main())
