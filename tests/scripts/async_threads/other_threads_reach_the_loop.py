import asyncio
import concurrent.futures
import threading


async def double(value):
    await asyncio.sleep(0.001)
    if value is None:
        raise ValueError("nothing")
    return value * 2


def work(loop, out):
    out.append(asyncio.run_coroutine_threadsafe(double(4), loop).result())
    try:
        asyncio.run_coroutine_threadsafe(double(None), loop).result()
    except ValueError as error:
        out.append(str(error))
    future = asyncio.run_coroutine_threadsafe(asyncio.sleep(60), loop)
    out.append(future.cancel())
    loop.call_soon_threadsafe(done.set)


async def main():
    global done
    done = asyncio.Event()
    out = []
    thread = threading.Thread(target=work, args=(asyncio.get_running_loop(), out))
    thread.start()
    await done.wait()
    thread.join()
    print(out)
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    threading.Timer(0.001, source.set_result, ["from a timer"]).start()
    print(await wrapped)
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    wrapped.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(source.cancelled(), asyncio.wrap_future(wrapped) is wrapped)
    try:
        asyncio.run_coroutine_threadsafe(5, asyncio.get_running_loop())
    except TypeError as error:
        print(error)


asyncio.run(main())
