from concurrent.futures import ProcessPoolExecutor
import asyncio
import multiprocessing


def divide(x, y):
    if not y:
        raise ValueError("by nothing")
    return x // y


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, divide, 12, y) for y in (1, 2, 3))))
        try:
            await loop.run_in_executor(pool, divide, 1, 0)
        except ValueError as error:
            print(error, type(error.__cause__).__name__)


if __name__ == "__main__":
    asyncio.run(main())
