import asyncio

class Heavy:
    rounds = 300

    def work(self):
        total = 0
        for number in range(self.rounds):
            total += number * number % 12345
        return total

    def __enter__(self):
        log.append(f"plain {self.work()}")

    def __exit__(self, *error):
        log.append("plain exit")

    async def __aenter__(self):
        log.append(f"async {self.work()}")

    async def __aexit__(self, *error):
        log.append("async exit")

log = []

async def other():
    for number in range(3):
        log.append(f"other {number}")
        await asyncio.sleep(0)

async def user():
    with Heavy():
        pass
    async with Heavy():
        pass

async def main():
    await asyncio.gather(other(), user())
    print("\n".join(log))

asyncio.run(main())
