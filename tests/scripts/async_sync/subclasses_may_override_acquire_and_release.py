import asyncio

class Noisy(asyncio.Lock):
    async def acquire(self):
        print("acquiring")
        await asyncio.sleep(0)
        return await super().acquire()
    def release(self):
        print("releasing")
        super().release()

class Named(asyncio.Semaphore):
    def __init__(self, name, value):
        self.name = name
        super().__init__(value)
    def release(self):
        print("releasing", self.name)
        super().release()

async def main():
    lock = Noisy()
    async with lock as bound:
        print(lock.locked(), bound)
    print(lock.locked())
    semaphore = Named("s", 1)
    async with semaphore:
        print(semaphore.locked())
    print(semaphore.locked(), isinstance(semaphore, asyncio.Semaphore))
    condition = asyncio.Condition(lock)
    async with condition:
        print(lock.locked())

asyncio.run(main())
