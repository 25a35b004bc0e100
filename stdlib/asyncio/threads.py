# SPDX-License-Identifier: MIT
#
# asyncio.threads: functions of this thread's loop that run in others, and the other way round.
import contextvars
import functools

from _asyncio import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Call a function in a thread of the default executor, in a copy of the current context; return its result."""
    context = contextvars.copy_context()
    return await get_running_loop().run_in_executor(None, functools.partial(context.run, func, *args, **kwargs))
