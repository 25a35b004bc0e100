# SPDX-License-Identifier: MIT
"""Sockets: the class over the native one, its enumerations, and functions that make connections."""

import _socket
import errno
import io
import os
import sys
from _socket import *
from _socket import _set_inheritable, _get_inheritable
from enum import IntEnum, IntFlag

IntEnum._convert_("AddressFamily", __name__, lambda name: name.isupper() and name.startswith("AF_"))
IntEnum._convert_("SocketKind", __name__, lambda name: name.isupper() and name.startswith("SOCK_"))
IntFlag._convert_("MsgFlag", __name__, lambda name: name.isupper() and name.startswith("MSG_"))
IntFlag._convert_("AddressInfo", __name__, lambda name: name.isupper() and name.startswith("AI_"))

__all__ = ["fromfd", "getfqdn", "create_connection", "create_server", "has_dualstack_ipv6", "AddressFamily",
           "SocketKind", "send_fds", "recv_fds", "socketpair", "getaddrinfo"]
__all__ += [name for name in vars(_socket) if not name.startswith("_") and name not in __all__]

# What a timeout is when none was named: getdefaulttimeout() decides.
_GLOBAL_DEFAULT_TIMEOUT = object()


def _member(enumeration, number):
    """The member of that number, or the number itself when it has none."""
    try:
        return enumeration(number)
    except ValueError:
        return number


class socket(_socket.socket):
    """An endpoint of a connection, or of a network without connections."""

    # _io_refs counts the files of makefile() that are open: the descriptor is closed with the last of them.
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

    def __exit__(self, *exception):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        parts = [f"{cls.__module__}.{cls.__qualname__}"]
        if getattr(self, "_closed", False):
            parts[0] += " [closed]"
        parts[0] += f" fd={self.fileno()}"
        parts += [f"family={self.family}", f"type={self.type}", f"proto={self.proto}"]
        if self.fileno() != -1:
            for name, ask in ("laddr", self.getsockname), ("raddr", self.getpeername):
                try:
                    address = ask()
                except (OSError, AttributeError):
                    continue
                if address:
                    parts.append(f"{name}={address}")
        return f"<{', '.join(parts)}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

    @property
    def family(self):
        """The family of the socket's addresses."""
        return _member(AddressFamily, super().family)

    @property
    def type(self):
        """The type of the socket."""
        return _member(SocketKind, super().type)

    def dup(self):
        """Another socket object for the same connection, not inheritable."""
        made = self.__class__(self.family, self.type, self.proto, fileno=dup(self.fileno()))
        made.settimeout(self.gettimeout())
        return made

    def accept(self):
        """Wait for a connection: (a new socket, the address of the peer)."""
        descriptor, address = self._accept()
        made = socket(self.family, self.type, self.proto, fileno=descriptor)
        # It blocks, as new sockets do, but when the listening one never does.
        if getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file over the connection, in the words of open(); modes are made of r, w and b."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
        writes = "w" in mode
        reads = "r" in mode or not writes
        raw = SocketIO(self, "r" * reads + "w" * writes)
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if "b" not in mode:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reads and writes:
            file = io.BufferedRWPair(raw, raw, buffering)
        else:
            file = io.BufferedReader(raw, buffering) if reads else io.BufferedWriter(raw, buffering)
        if "b" not in mode:
            file = io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
            file.mode = mode
        return file

    def sendfile(self, file, offset=0, count=None):
        """Send a binary file, or `count` bytes of it, from `offset` on; how many bytes were sent."""
        if "b" not in getattr(file, "mode", "b"):
            raise ValueError("file should be opened in binary mode")
        if not self.type & SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if count is not None:
            if not isinstance(count, int):
                raise TypeError(f"count must be a positive integer (got {count!r})")
            if count <= 0:
                raise ValueError(f"count must be a positive integer (got {count!r})")
        if self.gettimeout() == 0:
            raise ValueError("non-blocking sockets are not supported")
        sent = self._sendfile_use_sendfile(file, offset, count)
        return self._sendfile_use_send(file, offset, count) if sent is None else sent

    def _sendfile_use_sendfile(self, file, offset=0, count=None):
        """Let the system read the file: how many bytes were sent, or None when it cannot."""
        try:
            size = os.fstat(file.fileno()).st_size
        except (AttributeError, io.UnsupportedOperation, OSError):
            return None
        if not size:
            return None  # nothing, or a file that does not say
        most = 1 << 30  # at once: the system takes no more than some 2 GiB
        sent = 0
        try:
            while count is None or sent < count:
                taken = self._sendfile(file, offset + sent, most if count is None else min(count - sent, most))
                if not taken:
                    break
                sent += taken
        except TimeoutError:
            raise
        except OSError:
            if sent:
                raise
            return None
        if sent:
            file.seek(offset + sent)
        return sent

    def _sendfile_use_send(self, file, offset=0, count=None):
        """Read the file and send what it has: how many bytes were sent."""
        block = 8192
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while count is None or sent < count:
                data = file.read(block if count is None else min(count - sent, block))
                if not data:
                    break
                view = memoryview(data)
                while view:
                    taken = self.send(view)
                    sent += taken
                    view = view[taken:]
        finally:
            # The position is where sending has ended, whatever was read beyond.
            if sent and hasattr(file, "seek"):
                file.seek(offset + sent)
        return sent

    def _real_close(self):
        super().close()

    def _decref_socketios(self):
        """A file of makefile() was closed."""
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def close(self):
        """Close the socket; its descriptor goes with the last file made from it."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        """Close the socket object, but not its descriptor, which is returned."""
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        """Do programs that this one executes get the descriptor?"""
        return _get_inheritable(self.fileno())

    def set_inheritable(self, inheritable):
        """Shall programs that this one executes get the descriptor?"""
        _set_inheritable(self.fileno(), inheritable)


class SocketIO(io.RawIOBase):
    """A raw file over a socket, for makefile()."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError(f"invalid mode: {mode!r}")
        super().__init__()
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reading = "r" in mode
        self._writing = "w" in mode
        self._timeout_occurred = False

    def readinto(self, buffer):
        """Receive into the buffer: how many bytes, or None when there is nothing yet."""
        self._require(self._reading, "readable")
        # Octets may have been lost to a buffered reader then, so the stream cannot go on.
        if self._timeout_occurred:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(buffer)
        except BlockingIOError:
            return None
        except TimeoutError:
            self._timeout_occurred = True
            raise

    def write(self, data):
        """Send bytes: how many were taken, or None when none could be."""
        self._require(self._writing, "writable")
        try:
            return self._sock.send(data)
        except BlockingIOError:
            return None

    def _require(self, is_open_so, action):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not is_open_so:
            raise io.UnsupportedOperation(f"File or stream is not {action}.")

    def _when_open(self, answer):
        if self.closed:
            raise ValueError("I/O operation on closed socket.")
        return answer

    def readable(self):
        """Was it opened for reading?"""
        return self._when_open(self._reading)

    def writable(self):
        """Was it opened for writing?"""
        return self._when_open(self._writing)

    def seekable(self):
        """Never."""
        return self._when_open(False)

    def fileno(self):
        """The descriptor of the socket."""
        self._require(True, "open")
        return self._sock.fileno()

    @property
    def name(self):
        """The descriptor, or -1 of a closed file."""
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        """The mode that it was opened in."""
        return self._mode

    def close(self):
        """Close the file, and the socket if that was only open for it."""
        if self.closed:
            return
        super().close()
        self._sock._decref_socketios()
        self._sock = None


# --- Sockets from descriptors, and in pairs ---

def fromfd(fd, family, type, proto=0):
    """A socket over a duplicate of the descriptor."""
    return socket(family, type, proto, dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected with each other."""
    if family is None:
        family = AF_UNIX
    return tuple(socket(family, type, proto, end.detach()) for end in _socket.socketpair(family, type, proto))


def send_fds(sock, buffers, fds, flags=0, address=None):
    """Send descriptors along with the bytes of the buffers."""
    import array
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, array.array("i", fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    """Receive bytes and at most so many descriptors: (bytes, descriptors, flags, address)."""
    import array
    fds = array.array("i")
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize))
    for level, kind, octets in ancillary:
        if (level, kind) == (SOL_SOCKET, SCM_RIGHTS):
            fds.frombytes(octets[:len(octets) - len(octets) % fds.itemsize])
    return data, list(fds), flags, address


# --- Names and addresses ---

def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host and service: a list of (family, type, proto, canonical name, address)."""
    return [(_member(AddressFamily, family), _member(SocketKind, type), proto, name, address)
            for family, type, proto, name, address in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def getfqdn(name=""):
    """The fully qualified name of a host, as far as it has one; of this one by default."""
    name = name.strip()
    if name in ("", "0.0.0.0", "::"):
        name = gethostname()
    try:
        hostname, aliases, _ = gethostbyaddr(name)
    except error:
        return name
    return next((found for found in [hostname, *aliases] if "." in found), hostname)


# --- Connections ---

def _connected(family, kind, proto, address, timeout, source_address):
    sock = socket(family, kind, proto)
    try:
        if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(timeout)
        if source_address:
            sock.bind(source_address)
        sock.connect(address)
    except BaseException:
        sock.close()
        raise
    return sock


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connect to (host, port): the addresses of the host are tried in turn.

    The error of the last one is raised, or with `all_errors` an ExceptionGroup of them all.
    """
    host, port = address
    errors = []
    for family, kind, proto, _, found in getaddrinfo(host, port, 0, SOCK_STREAM):
        try:
            return _connected(family, kind, proto, found, timeout, source_address)
        except error as problem:
            if not all_errors:
                errors.clear()
            errors.append(problem)
    if not errors:
        raise error("getaddrinfo returns an empty list")
    try:
        if all_errors:
            raise ExceptionGroup("create_connection failed", errors)
        raise errors[0]
    finally:
        errors.clear()  # they refer to this frame


def has_dualstack_ipv6():
    """Can a socket of IPv6 serve IPv4, too?"""
    if has_ipv6:
        try:
            with socket(AF_INET6, SOCK_STREAM) as probe:
                probe.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
        except error:
            pass
    return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens on (host, port)."""
    if dualstack_ipv6 and not has_dualstack_ipv6():
        raise ValueError("dualstack_ipv6 not supported on this platform")
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except error as problem:
            text = f"{problem.strerror} (while attempting to bind on address {address!r})"
            raise error(problem.errno, text) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
    except error:
        sock.close()
        raise
    return sock
