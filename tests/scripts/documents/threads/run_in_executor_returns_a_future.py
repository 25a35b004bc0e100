import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

def power(base, exponent=2):
    return base ** exponent

async def main():
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, power, 5)
    print(asyncio.isfuture(future), asyncio.iscoroutine(future), await future)
    with ThreadPoolExecutor(max_workers=2) as pool:
        print(await loop.run_in_executor(pool, partial(power, 2, exponent=10)))
        print(await asyncio.gather(*(loop.run_in_executor(pool, power, n) for n in range(5))))
    future = loop.run_in_executor(None, power, 6)
    try:
        asyncio.create_task(future)
    except TypeError as error:
        print(str(error).partition(", got")[0])
    print(await future)

asyncio.run(main())
