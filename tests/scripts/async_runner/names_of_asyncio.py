# The public names can be had in every way of importing.
import asyncio
import asyncio.tasks
from asyncio import TaskGroup, gather, run, wait_for
from asyncio.exceptions import IncompleteReadError, LimitOverrunError
from asyncio.timeouts import Timeout

print(asyncio.TaskGroup is TaskGroup, asyncio.gather is gather, asyncio.tasks.gather is gather)
print(asyncio.run is run, asyncio.runners.run is run, asyncio.wait_for is asyncio.tasks.wait_for is wait_for)
print(asyncio.Timeout is Timeout, asyncio.taskgroups.TaskGroup is TaskGroup)
print(asyncio.CancelledError.__module__, asyncio.CancelledError.__mro__[1].__name__)
error = asyncio.IncompleteReadError(b"ab", 4)
print(repr(error), error.partial, error.expected, isinstance(error, EOFError))
print(IncompleteReadError(b"", None), LimitOverrunError("too long", 5).consumed)
print(issubclass(asyncio.SelectorEventLoop, asyncio.AbstractEventLoop), asyncio.SelectorEventLoop.__name__)
try:
    asyncio.no_such_name
except AttributeError as error:
    print(error)
namespace = {}
exec("from asyncio import *", namespace)
print(namespace["shield"] is asyncio.shield, namespace["Queue"] is asyncio.Queue, "tasks" in namespace)
