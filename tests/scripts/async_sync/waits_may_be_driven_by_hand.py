import asyncio

def attempt(function, *arguments):
    try:
        return function(*arguments)
    except BaseException as error:
        return repr(error)

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    wait = lock.acquire()
    print(wait.send(None).done(), len(lock._waiters))
    print(attempt(wait.throw, ValueError("thrown in")), len(lock._waiters), attempt(wait.send, None))
    wait = lock.acquire()
    wait.send(None)
    lock.release()
    print(wait.close(), lock.locked(), len(lock._waiters))
    condition = asyncio.Condition()
    await condition.acquire()
    wait = condition.wait()
    wait.send(None)
    print(condition.locked(), wait.close(), condition.locked())
    condition.release()
    queue = asyncio.Queue(1)
    getters = [queue.get(), queue.get()]
    for getter in getters:
        getter.send(None)
    queue.put_nowait(1)
    print(attempt(getters[0].throw, KeyError("k")), queue, getters[1].close(), queue)
    putter = queue.put(2)
    putter.send(None)
    print(attempt(putter.throw, asyncio.CancelledError("c")), queue)

asyncio.run(main())
