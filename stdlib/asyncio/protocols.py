# SPDX-License-Identifier: MIT
"""The base classes of protocols (Library Reference, "Protocols"). They are native: protocol_types.cpp."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")

from _asyncio_streams import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol
