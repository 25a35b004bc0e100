import asyncio

steps = []

async def greedy():
    for number in range(3):
        steps.append(f"greedy {number}")

async def polite():
    for number in range(3):
        steps.append(f"polite {number}")
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(polite(), greedy(), polite())
    print("\n".join(steps))

asyncio.run(main())
