# The others run on: gather does not cancel them.
import asyncio

async def work(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    print("through", turns)
    return turns

async def main():
    others = [asyncio.create_task(work(turns)) for turns in (1, 5)]
    try:
        await asyncio.gather(*others, work(2, ValueError("early")), work(3, KeyError("late")))
    except ValueError as error:
        print("main:", error)
    print([task.done() for task in others])
    print(await others[1])

asyncio.run(main())
