# SPDX-License-Identifier: MIT
#
# asyncio.unix_events.
from _asyncio import _UnixSelectorEventLoop
from _asyncio_streams import _UnixReadPipeTransport, _UnixWritePipeTransport

__all__ = ("SelectorEventLoop", "EventLoop")

SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
