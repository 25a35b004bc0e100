# SPDX-License-Identifier: MIT
"""The transports of sockets. They are native: transport.cpp and its neighbours."""

__all__ = ("BaseSelectorEventLoop",)

from _asyncio import _UnixSelectorEventLoop as BaseSelectorEventLoop
from _asyncio_streams import _SelectorSocketTransport
