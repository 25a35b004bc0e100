# since 3.14: partialmethod, map
import asyncio
import functools
import itertools


def accepts(base, *args, **kwargs):
    class Derived(base):
        def __init__(self, *args, **kwargs):
            pass
    try:
        Derived(*args, **kwargs)
    except TypeError:
        return False
    return True


natives = (asyncio.Timeout, asyncio.Handle, asyncio.TimerHandle, asyncio.Task, asyncio.Lock, staticmethod, classmethod,
           list, dict, property, functools.partial, functools.partialmethod, tuple, int, str, enumerate)
for base in natives:
    print(base.__name__, accepts(base, None, 2, other=3), accepts(base))
print("a __new__ without keywords leaves them to the __init__ of a subclass")
for base in filter, itertools.starmap, itertools.takewhile, map, zip:
    print(base.__name__, accepts(base, None, (), other=1))
print(accepts(float, 1, other=1), accepts(reversed, (), other=1), accepts(itertools.chain, other=1))


class Timeout(asyncio.Timeout):
    def __init__(self, when, extra=None):
        super().__init__(when)
        self.extra = extra


print(Timeout(5, 2).when(), Timeout(None, 2).extra)
