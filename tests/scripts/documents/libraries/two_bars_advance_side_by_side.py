import asyncio

class Progress:
    def __init__(self):
        self.bars = []

    def add(self, name, total):
        self.bars.append([name, 0, total])
        return len(self.bars) - 1

    def advance(self, bar):
        self.bars[bar][1] += 1
        print(" ".join(f"{name}:{done / total:>4.0%}" for name, done, total in self.bars))

async def task(progress, number, total):
    bar = progress.add(f"task {number}", total)
    for _ in range(total):
        await asyncio.sleep(0)
        progress.advance(bar)

async def main():
    progress = Progress()
    await asyncio.gather(*(task(progress, number, 4) for number in range(2)))

asyncio.run(main())
