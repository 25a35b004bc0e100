# SPDX-License-Identifier: MIT
#
# asyncio.unix_events.
from _asyncio import _UnixSelectorEventLoop
from _asyncio_streams import _UnixReadPipeTransport, _UnixWritePipeTransport

__all__ = ("SelectorEventLoop", "EventLoop")


def can_use_pidfd():
    """Whether the end of a process is noticed by its descriptor, instead of by a thread that waits for it."""
    import os

    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
