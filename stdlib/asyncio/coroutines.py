# SPDX-License-Identifier: MIT
#
# asyncio.coroutines.
from _asyncio import iscoroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def iscoroutinefunction(func):
    """Deprecated: inspect.iscoroutinefunction()."""
    import inspect
    import warnings

    warnings.warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
                  "use inspect.iscoroutinefunction() instead", DeprecationWarning, stacklevel=2)
    return inspect.iscoroutinefunction(func)
