# since 3.14: bool(object=False)
import asyncio
import functools
import inspect
import operator

for function in (print, sorted, input, format, bool, float, list, tuple, set, frozenset, map, property, b"".center,
                 bytes.translate, dict.fromkeys, functools.partial, operator.itemgetter, operator.methodcaller,
                 asyncio.create_task, asyncio.Task, asyncio.Future, asyncio.TimerHandle, asyncio.TaskGroup):
    print(inspect.signature(function))
for function in int, str, bytes, dict, range, slice, dir, getattr, next, iter, max, vars:
    try:
        print(inspect.signature(function))
    except ValueError as error:
        print(error)
print(sorted.__doc__.isascii(), "--" in sorted.__doc__.splitlines())
