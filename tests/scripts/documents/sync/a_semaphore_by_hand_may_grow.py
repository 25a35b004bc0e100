import asyncio

async def main():
    gate = asyncio.Semaphore(value=1)
    print(await gate.acquire(), gate.locked())
    for _ in range(3):
        gate.release()
    taken = 0
    while not gate.locked():
        await gate.acquire()
        taken += 1
    print(taken)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)

asyncio.run(main())
