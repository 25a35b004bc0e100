import asyncio
from contextvars import ContextVar

request = ContextVar("request", default="n/a")

def show(where):
    print(where, request.get())
    request.set("changed there")

async def main():
    request.set("main's")
    loop = asyncio.get_running_loop()
    loop.call_soon(show, "callback")
    await asyncio.sleep(0)
    await asyncio.to_thread(show, "thread")
    print("main", request.get())

asyncio.run(main())
