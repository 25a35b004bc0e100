# SPDX-License-Identifier: MIT
"""The names of package uvloop for programs that use it. They stand for Ouro's own event loop, which is native."""

import asyncio
from asyncio._policies import BaseDefaultEventLoopPolicy, set_policy

__all__ = ("new_event_loop", "install", "EventLoopPolicy")

Loop = asyncio.EventLoop


def new_event_loop():
    """A new event loop."""
    return Loop()


def run(main, *, loop_factory=new_event_loop, debug=None):
    """asyncio.run()."""
    return asyncio.run(main, loop_factory=loop_factory, debug=debug)


class EventLoopPolicy(BaseDefaultEventLoopPolicy):
    """A policy that makes these loops."""

    _loop_factory = Loop


def install():
    """Make these loops those of asyncio, which they are. Deprecated: use run()."""
    import warnings

    warnings.warn("uvloop.install() is deprecated in favor of uvloop.run() starting with Python 3.12.",
                  DeprecationWarning, stacklevel=2)
    set_policy(EventLoopPolicy())
