# Plain iteration over as_completed: coroutines for the results in the order of the ends.
import asyncio

async def work(number, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    if number == 3:
        raise ValueError(number)
    return number

async def main():
    tasks = [asyncio.create_task(work(number, turns)) for number, turns in ((1, 5), (2, 1), (3, 3))]
    iterator = asyncio.as_completed(tasks + tasks)
    print(type(iterator).__name__)
    for coroutine in iterator:
        print(asyncio.iscoroutine(coroutine), coroutine.__qualname__)
        try:
            print(await coroutine)
        except ValueError as error:
            print(repr(error))
    print(list(asyncio.as_completed([])))
    for coroutine in asyncio.as_completed([work(7, 1)]):
        print(await coroutine)

asyncio.run(main())
