import asyncio
import threading

def elsewhere(loop):
    try:
        loop.call_soon(print, "not called")
    except RuntimeError as error:
        print(error)

async def main():
    thread = threading.Thread(target=elsewhere, args=(asyncio.get_running_loop(),))
    thread.start()
    thread.join()

asyncio.run(main(), debug=True)
