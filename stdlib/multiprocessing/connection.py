# SPDX-License-Identifier: MIT
#
# Connections: messages between two processes, each with its length in front (Library Reference, multiprocessing,
# "Connection Objects"). Whoever uses one end from several threads or processes needs a lock.
import os
import selectors
import struct
import time
from multiprocessing import context, reduction

__all__ = ["Connection", "Pipe", "wait"]

_LENGTH = struct.Struct("!i")
_LONG_LENGTH = struct.Struct("!Q")  # follows a length of -1
_MOST_AT_ONCE = 1 << 20
_JOINED = 1 << 14  # up to here one write for length and message is cheaper than none being copied

_pickler = reduction.ForkingPickler


def __getattr__(name):
    if name in ("Listener", "Client", "answer_challenge", "deliver_challenge"):
        raise ImportError(f"multiprocessing.connection.{name}: Ouro does not have it yet", name=name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class Connection:
    """One end of a pipe or of a pair of sockets."""

    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        handle = handle.__index__()
        if handle < 0:
            raise ValueError("invalid handle")
        if not readable and not writable:
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle, self._readable, self._writable = handle, readable, writable

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __reduce__(self):
        return _rebuild, (reduction.DupFd(self.fileno()), self._readable, self._writable)

    def _check_closed(self):
        if self._handle is None:
            raise OSError("handle is closed")

    def _check_readable(self):
        self._check_closed()
        if not self._readable:
            raise OSError("connection is write-only")

    def _check_writable(self):
        self._check_closed()
        if not self._writable:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        """Whether this end is closed."""
        return self._handle is None

    @property
    def readable(self):
        """Whether this end can receive."""
        return self._readable

    @property
    def writable(self):
        """Whether this end can send."""
        return self._writable

    def fileno(self):
        """Return the descriptor."""
        self._check_closed()
        return self._handle

    def close(self):
        """Close this end."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    # --- Sending ---

    def send(self, obj):
        """Send an object, pickled."""
        self._check_writable()
        self._send_bytes(_pickler.dumps(obj))

    def send_bytes(self, buf, offset=0, size=None):
        """Send octets as one message."""
        self._check_writable()
        octets = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("offset is negative")
        if len(octets) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(octets) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(octets):
            raise ValueError("buffer length < offset + size")
        self._send_bytes(octets[offset:offset + size])

    def _send_bytes(self, octets):
        size = len(octets)
        length = _LENGTH.pack(size) if size < 1 << 31 else _LENGTH.pack(-1) + _LONG_LENGTH.pack(size)
        if size <= _JOINED:
            self._write(length + octets)
        else:
            self._write(length)
            self._write(octets)

    def _write(self, octets):
        rest = os.write(self._handle, octets)
        if rest < len(octets):
            view = memoryview(octets)
            while rest < len(view):
                rest += os.write(self._handle, view[rest:])

    # --- Receiving ---

    def recv(self):
        """Receive an object; EOFError when there is nothing left and the other end is closed."""
        self._check_readable()
        return _pickler.loads(self._receive())

    def recv_bytes(self, maxlength=None):
        """Receive one message; OSError when it is longer, which closes this end."""
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        octets = self._receive(maxlength)
        if octets is None:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError("bad message length")
        return octets

    def recv_bytes_into(self, buf, offset=0):
        """Receive one message into a buffer; return its length. BufferTooShort carries a message that is longer."""
        self._check_readable()
        with memoryview(buf) as view:
            target = view.cast("B")
            if offset < 0:
                raise ValueError("negative offset")
            if offset > len(target):
                raise ValueError("offset too large")
            octets = self._receive()
            if len(target) < offset + len(octets):
                raise context.BufferTooShort(octets)
            target[offset:offset + len(octets)] = octets
            return len(octets)

    def poll(self, timeout=0.0):
        """Return whether something can be received, within so many seconds; None: wait for ever."""
        self._check_readable()
        return bool(wait([self], timeout))

    def _receive(self, most=None):
        size, = _LENGTH.unpack(self._read(_LENGTH.size))
        if size == -1:
            size, = _LONG_LENGTH.unpack(self._read(_LONG_LENGTH.size))
        return None if most is not None and size > most else self._read(size)

    def _read(self, size):
        """Exactly so many octets."""
        octets = os.read(self._handle, min(size, _MOST_AT_ONCE)) if size else b""
        if len(octets) == size:
            return octets
        parts, missing = [octets], size - len(octets)
        while missing and parts[-1]:
            parts.append(os.read(self._handle, min(missing, _MOST_AT_ONCE)))
            missing -= len(parts[-1])
        if missing:
            if missing == size:
                raise EOFError
            raise OSError("got end of file during message")
        return b"".join(parts)


def _rebuild(inherited, readable, writable):
    handle = inherited.detach()
    os.set_inheritable(handle, False)
    return Connection(handle, readable, writable)


def Pipe(duplex=True):
    """Return two connected Connection objects; with duplex=False the first only reads, the second only writes."""
    if not duplex:
        reading, writing = os.pipe()
        return Connection(reading, writable=False), Connection(writing, readable=False)
    import socket

    return tuple(Connection(end.detach()) for end in socket.socketpair())


def wait(object_list, timeout=None):
    """Wait until some of the objects (connections, sockets, sentinels) are ready; return a list of these."""
    with selectors.PollSelector() as selector:
        for obj in object_list:
            selector.register(obj, selectors.EVENT_READ)
        end = None if timeout is None else time.monotonic() + timeout
        while True:
            ready = selector.select(timeout)
            if ready:
                return [key.fileobj for key, _ in ready]
            if end is not None:
                timeout = end - time.monotonic()
                if timeout <= 0:
                    return []
