# gather returns a future, whose results come in the order of the arguments.
import asyncio

async def work(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print("ends", number)
    return number

async def main():
    future = asyncio.gather(work(1, 3), work(2, 1), work(3, 2))
    print(future, type(future).__module__, type(future).__qualname__)
    print(isinstance(future, asyncio.Future), asyncio.isfuture(future))
    print(await future)
    print(future, await future is future.result())
    empty = asyncio.gather()
    print(empty, await empty)
    print(await asyncio.gather(asyncio.gather(work(4, 2), work(5, 1)), work(6, 1)))

asyncio.run(main())
