# SPDX-License-Identifier: MIT
#
# asyncio.coroutines.
import _asyncio
from _asyncio import iscoroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    """Deprecated: inspect.iscoroutinefunction()."""
    import inspect
    import warnings

    warnings.warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
                  "use inspect.iscoroutinefunction() instead", DeprecationWarning, stacklevel=2)
    return inspect.iscoroutinefunction(func)


# What is `async def` elsewhere and native here: inspect.iscoroutinefunction() is to be true for it.
_NATIVE_METHODS = {
    "Condition": "acquire wait wait_for __aenter__ __aexit__",
    "Event": "wait",
    "Lock": "acquire __aenter__ __aexit__",
    "Queue": "get put join",
    "Semaphore": "acquire __aenter__ __aexit__",
}
_native_functions = None


def _find_native_functions():
    from asyncio import TaskGroup, Timeout

    yield _asyncio.sleep
    for name, methods in _NATIVE_METHODS.items():
        for method in methods.split():
            yield getattr(getattr(_asyncio, name), method)
    for cls in TaskGroup, Timeout:
        yield cls.__aenter__
        yield cls.__aexit__


def _is_native_coroutine_function(function):
    global _native_functions
    if _native_functions is None:
        _native_functions = list(_find_native_functions())
    instance = getattr(function, "__self__", None)
    if instance is not None:
        function = getattr(type(instance), function.__name__, function)
    return any(function is native for native in _native_functions)
