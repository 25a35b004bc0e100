import asyncio
import functools
import inspect

lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.PriorityQueue()
for function in (
    asyncio.sleep, asyncio.wait_for, asyncio.wait, asyncio.Queue.get, queue.put, queue.join, lock.acquire,
    lock.__aenter__, event.wait, asyncio.Condition().wait_for, asyncio.Semaphore.acquire, asyncio.TaskGroup.__aexit__,
    asyncio.Barrier.wait, functools.partial(asyncio.sleep, 1), functools.partial(queue.get),
):
    print(getattr(function, "__name__", "partial"), inspect.iscoroutinefunction(function))
print("none of these:")
for function in (asyncio.gather, asyncio.shield, asyncio.create_task, queue.get_nowait, lock.release, event.set, print, 5):
    print(inspect.iscoroutinefunction(function))
