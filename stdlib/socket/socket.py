# SPDX-License-Identifier: MIT
"""Sockets: the class over the native one, its enumerations, and functions that make connections."""

import _socket
import io
import os
from _socket import *
from enum import IntEnum, IntFlag

IntEnum._convert_("AddressFamily", __name__, lambda name: name.isupper() and name.startswith("AF_"))
IntEnum._convert_("SocketKind", __name__, lambda name: name.isupper() and name.startswith("SOCK_"))
IntFlag._convert_("MsgFlag", __name__, lambda name: name.isupper() and name.startswith("MSG_"))
IntFlag._convert_("AddressInfo", __name__, lambda name: name.isupper() and name.startswith("AI_"))


def _member(enumeration, number):
    """The member of that number, or the number itself when it has none."""
    try:
        return enumeration(number)
    except ValueError:
        return number


class socket(_socket.socket):
    """An endpoint of a connection."""

    __slots__ = ["__weakref__", "_io_refs", "_closed"]

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._io_refs = 0
        self._closed = False
        if fileno is None:
            family = AF_INET if family == -1 else family
            type = SOCK_STREAM if type == -1 else type
            proto = 0 if proto == -1 else proto
        super().__init__(family, type, proto, fileno)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    @property
    def family(self):
        """The family of the socket's addresses."""
        return _member(AddressFamily, super().family)

    @property
    def type(self):
        """The type of the socket."""
        return _member(SocketKind, super().type)

    def accept(self):
        """Wait for a connection: (a new socket, the address of the peer)."""
        descriptor, address = self._accept()
        made = socket(self.family, self.type, self.proto, fileno=descriptor)
        if getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address

    def close(self):
        """Close the socket once no file made from it is open any more."""
        self._closed = True
        if self._io_refs <= 0:
            super().close()


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    if family is None:
        family = AF_UNIX
    return tuple(socket(family, type, proto, end.detach()) for end in _socket.socketpair(family, type, proto))


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host and service."""
    return [(_member(AddressFamily, family), _member(SocketKind, type), proto, name, address)
            for family, type, proto, name, address in _socket.getaddrinfo(host, port, family, type, proto, flags)]
