# SPDX-License-Identifier: MIT
#
# asyncio.unix_events.
from _asyncio import _UnixSelectorEventLoop

__all__ = ("SelectorEventLoop", "EventLoop")

SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
