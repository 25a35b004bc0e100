# SPDX-License-Identifier: MIT
#
# Which methods of asyncio's native classes are coroutine functions: what is `async def` elsewhere and native here, for
# which inspect.iscoroutinefunction() is to be true. It names native modules only, so it stands below both modules.
import _asyncio
import _asyncio_combinators

_METHODS = {
    _asyncio.Barrier: "wait reset abort __aenter__ __aexit__",
    _asyncio.Condition: "acquire wait wait_for __aenter__ __aexit__",
    _asyncio.Event: "wait",
    _asyncio.Lock: "acquire __aenter__ __aexit__",
    _asyncio.Queue: "get put join",
    _asyncio.Semaphore: "acquire __aenter__ __aexit__",
    _asyncio_combinators.TaskGroup: "__aenter__ __aexit__",
    _asyncio_combinators.Timeout: "__aenter__ __aexit__",
}
_functions = [_asyncio.sleep, _asyncio_combinators.wait, _asyncio_combinators.wait_for]
_functions += [getattr(cls, name) for cls, names in _METHODS.items() for name in names.split()]


def is_coroutine_function(function):
    """Is it one of those, or a method bound to an instance?"""
    instance = getattr(function, "__self__", None)
    if instance is not None:
        function = getattr(type(instance), function.__name__, function)
    return any(function is known for known in _functions)
