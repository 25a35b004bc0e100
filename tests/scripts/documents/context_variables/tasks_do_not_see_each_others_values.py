import asyncio
from contextvars import ContextVar

request: ContextVar[str] = ContextVar("request", default="n/a")
log = []

async def handle(number):
    request.set(f"request {number}")
    await asyncio.sleep(0)
    await answer(number)

async def answer(number):
    log.append((number, request.get()))

async def main():
    await asyncio.gather(*(handle(number) for number in range(3)))
    print(sorted(log), request.get())

asyncio.run(main())
