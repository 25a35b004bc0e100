import asyncio
from contextvars import ContextVar

request = ContextVar("request", default="n/a")

async def child(name):
    print(name, "begins with", request.get())
    request.set(name)
    await asyncio.sleep(0)
    print(name, "has", request.get())

async def main():
    request.set("parent")
    first = asyncio.create_task(child("first"))
    request.set("parent, later")
    second = asyncio.create_task(child("second"))
    await asyncio.gather(first, second)
    print(request.get())
    await child("awaited, not a task")
    print(request.get())

asyncio.run(main())
print(request.get())
