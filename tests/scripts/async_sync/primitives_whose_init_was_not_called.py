import asyncio

def attempt(function, *arguments):
    try:
        result = function(*arguments)
        result.close() if asyncio.iscoroutine(result) else None
    except Exception:
        pass

# What happens is up to the implementation, but it survives.
for base in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Queue,
             asyncio.PriorityQueue, asyncio.LifoQueue):
    primitive = type("Mine", (base,), {"__init__": lambda self: None})()
    for name in dir(base):
        method = getattr(primitive, name, None) if not name.startswith("__") else None
        if callable(method):
            attempt(method)
        attempt(getattr, primitive, name)
        attempt(repr, primitive)
    for name in "acquire", "wait", "get", "join", "__aenter__":
        if hasattr(base, name):
            attempt(lambda: getattr(primitive, name)().send(None))
    attempt(lambda: primitive.put_nowait(1))
print("survived")
