import asyncio
import threading

def blocking(x, *, factor=1):
    return x * factor, threading.current_thread() is threading.main_thread()

def failing():
    raise OSError("disc")

async def main():
    print(await asyncio.to_thread(blocking, 3, factor=5))
    try:
        await asyncio.to_thread(failing)
    except OSError as error:
        print(error)
    print(blocking(1))

asyncio.run(main())
