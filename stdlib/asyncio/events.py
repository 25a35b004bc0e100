# SPDX-License-Identifier: MIT
#
# asyncio.events: handles, the current loop, and the abstract class that Ouro's loop counts as a subclass of.
import abc

from _asyncio import (
    Handle, TimerHandle, _UnixSelectorEventLoop, _get_running_loop, get_event_loop, get_running_loop, new_event_loop,
    set_event_loop,
)

__all__ = (
    "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop", "set_event_loop", "new_event_loop",
    "get_running_loop", "_get_running_loop",
)


class AbstractEventLoop(abc.ABC):
    """What an event loop offers; its methods are those of asyncio.EventLoop, and raise NotImplementedError here."""


def _abstract(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"AbstractEventLoop.{name}"
    return method


for _name in dir(_UnixSelectorEventLoop):
    if not _name.startswith("_"):
        setattr(AbstractEventLoop, _name, _abstract(_name))
AbstractEventLoop.register(_UnixSelectorEventLoop)
