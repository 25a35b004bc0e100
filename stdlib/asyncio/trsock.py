# SPDX-License-Identifier: MIT
#
# The sockets of transports and servers, as get_extra_info("socket") and Server.sockets show them.
import socket


def socket_of(descriptor):
    """A socket object that owns the descriptor of a transport."""
    made = socket.socket(fileno=descriptor)
    made.setblocking(False)
    return made


def _forward(name):
    def method(self, *args):
        return getattr(self._sock, name)(*args)

    method.__name__ = name
    method.__qualname__ = f"TransportSocket.{name}"
    return method


class TransportSocket:
    """A socket that a transport uses: it can be asked and configured, but neither read nor written."""

    __slots__ = ("_sock",)

    def __init__(self, sock):
        self._sock = sock

    family = property(lambda self: self._sock.family)
    type = property(lambda self: self._sock.type)
    proto = property(lambda self: self._sock.proto)

    def __repr__(self):
        text = f"<asyncio.TransportSocket fd={self.fileno()}, family={self.family!s}, type={self.type!s}, " \
               f"proto={self.proto}"
        if self.fileno() != -1:
            for title, ask in ("laddr", self.getsockname), ("raddr", self.getpeername):
                try:
                    if address := ask():
                        text += f", {title}={address}"
                except OSError:
                    pass  # not bound, or not connected
        return text + ">"

    def __getstate__(self):
        raise TypeError("Cannot serialize asyncio.TransportSocket object")

    fileno = _forward("fileno")
    dup = _forward("dup")
    get_inheritable = _forward("get_inheritable")
    shutdown = _forward("shutdown")  # closing one direction is the user's right
    getsockopt = _forward("getsockopt")
    setsockopt = _forward("setsockopt")
    getpeername = _forward("getpeername")
    getsockname = _forward("getsockname")
    getsockbyname = _forward("getsockbyname")

    def settimeout(self, value):
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def gettimeout(self):
        return 0

    def setblocking(self, flag):
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")
