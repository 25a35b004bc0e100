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
    "get_running_loop", "_get_running_loop", "AbstractServer", "get_event_loop_policy", "set_event_loop_policy",
)

_POLICIES = {
    "get_event_loop_policy": "get_event_loop_policy", "set_event_loop_policy": "set_event_loop_policy",
    "_get_event_loop_policy": "current_policy", "_set_event_loop_policy": "set_policy",
    "_AbstractEventLoopPolicy": "AbstractEventLoopPolicy", "_BaseDefaultEventLoopPolicy": "BaseDefaultEventLoopPolicy",
}


def __getattr__(name):
    if name not in _POLICIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from asyncio import _policies

    return getattr(_policies, _POLICIES[name])


class AbstractServer(abc.ABC):
    """What a server offers; its methods are those of asyncio.Server."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


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
