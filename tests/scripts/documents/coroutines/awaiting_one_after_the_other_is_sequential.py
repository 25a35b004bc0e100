import asyncio

async def lap(number):
    print("start", number)
    await asyncio.sleep(0.001 * (4 - number))
    print("end", number)

async def main():
    for number in range(1, 4):
        await lap(number)
    return "all laps run"

if __name__ == "__main__":
    print(asyncio.run(main()))
