# SPDX-License-Identifier: MIT
#
# Datagram endpoints: loop.create_datagram_endpoint() and its transport. Library Reference, "Datagram transports".
import collections
import os
import socket
import stat
import warnings

from asyncio import transports
from asyncio._socket_operations import resolve
from asyncio.trsock import TransportSocket

LARGEST_DATAGRAM = 256 * 1024
HEADER_BYTES = 8  # what a datagram that waits counts besides its data: empty ones take room too
HIGH_WATER, LOW_WATER = 64 * 1024, 16 * 1024  # bytes, unless the script says otherwise


class DatagramTransport(transports.DatagramTransport):
    """Sends at once where the socket takes it, else when it is writable, in order."""

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__({
            "socket": TransportSocket(sock), "sockname": _name_or_none(sock.getsockname),
            "peername": _name_or_none(sock.getpeername),
        } | (extra or {}))
        self._loop = loop
        self._sock = sock
        self._descriptor = sock.fileno()
        self._protocol = protocol
        self._address = address
        self._waiting = collections.deque()  # of (data, address)
        self._waiting_bytes = 0
        self._high, self._low = HIGH_WATER, LOW_WATER
        self._protocol_paused = False
        self._closing = False
        self._lost = False  # connection_lost() is called or about to be
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(lambda: waiter.done() or waiter.set_result(None))

    def __repr__(self):
        words = [type(self).__name__]
        if self._sock is None:
            words.append("closed")
        elif self._closing:
            words.append("closing")
        words.append(f"fd={self._descriptor}")
        return f"<{' '.join(words)}>"

    def __del__(self):
        if self._sock is not None:
            warnings.warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self._sock.close()

    def is_closing(self):
        """Whether it was closed."""
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        """From now on `protocol` is told what happens."""
        self._protocol = protocol

    def close(self):
        """Send what waits, then close."""
        if self._closing:
            return
        self._closing = True
        self._loop.remove_reader(self._descriptor)
        if not self._waiting:
            self._lose(None)

    def abort(self):
        """Close without sending what waits."""
        self._give_up(None)

    # --- Receiving ---

    def _start_reading(self):
        if not self._closing:
            self._loop.add_reader(self._descriptor, self._read)

    def _read(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(LARGEST_DATAGRAM)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fail(error, "Fatal read error on datagram transport")
        else:
            self._protocol.datagram_received(data, address)

    # --- Sending ---

    def sendto(self, data, addr=None):
        """Send the data, to `addr` where the endpoint has no remote address of its own."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f"Invalid address: must be None or {self._address}")
            addr = self._address
        if self._lost:
            return
        if not self._waiting and self._send(data, addr):
            return
        self._waiting.append((bytes(data), addr))
        self._waiting_bytes += len(data) + HEADER_BYTES
        if len(self._waiting) == 1:
            self._loop.add_writer(self._descriptor, self._send_waiting)
        self._pause_protocol()

    def _send(self, data, address):
        """Whether the socket took it, or it is settled by an error."""
        try:
            if self._extra["peername"]:
                self._sock.send(data)
            else:
                self._sock.sendto(data, address)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fail(error, "Fatal write error on datagram transport")
        return True

    def _send_waiting(self):
        while self._waiting:
            data, address = self._waiting[0]
            if not self._send(data, address):
                break
            if self._waiting:  # an error may have emptied it
                self._waiting.popleft()
                self._waiting_bytes -= len(data) + HEADER_BYTES
        self._resume_protocol()
        if not self._waiting and not self._lost:
            self._loop.remove_writer(self._descriptor)
            if self._closing:
                self._lose(None)

    # --- Flow control ---

    def get_write_buffer_size(self):
        return self._waiting_bytes

    def get_write_buffer_limits(self):
        return self._low, self._high

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._low, self._high = low, high
        self._pause_protocol()

    def _pause_protocol(self):
        if self._waiting_bytes > self._high and not self._protocol_paused:
            self._protocol_paused = True
            self._tell("pause_writing")

    def _resume_protocol(self):
        if self._protocol_paused and self._waiting_bytes <= self._low:
            self._protocol_paused = False
            self._tell("resume_writing")

    def _tell(self, method):
        try:
            getattr(self._protocol, method)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._report(f"protocol.{method}() failed", error)

    # --- The end ---

    def _report(self, message, error):
        self._loop.call_exception_handler({
            "message": message, "exception": error, "transport": self, "protocol": self._protocol,
        })

    def _fail(self, error, message):
        self._report(message, error)
        self._give_up(error)

    def _give_up(self, error):
        if self._lost:
            return
        if self._waiting:
            self._waiting.clear()
            self._waiting_bytes = 0
            self._loop.remove_writer(self._descriptor)
        if not self._closing:
            self._closing = True
            self._loop.remove_reader(self._descriptor)
        self._lose(error)

    def _lose(self, error):
        self._lost = True
        self._loop.call_soon(self._end, error)

    def _end(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None


def _name_or_none(ask):
    try:
        return ask()
    except OSError:
        return None


# --- Making endpoints ---------------------------------------------------------------------------------------------


async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    """A datagram endpoint on the first pair of addresses that can be bound and connected; (transport, protocol)."""
    if sock is not None:
        _check_given_socket(sock, locals())
        sock.setblocking(False)
        remote = None
    else:
        pairs = await _address_pairs(self, local_addr, remote_addr, family, proto, flags)
        sock, remote = await _first_socket(self, pairs, reuse_port, allow_broadcast)
    protocol = protocol_factory()
    ready = self.create_future()
    transport = DatagramTransport(self, sock, protocol, remote, ready)
    try:
        await ready
    except BaseException:
        transport.close()
        raise
    return transport, protocol


def _check_given_socket(sock, arguments):
    if sock.type == socket.SOCK_STREAM:
        raise ValueError(f"A datagram socket was expected, got {sock!r}")
    names = ("local_addr", "remote_addr", "family", "proto", "flags", "reuse_port", "allow_broadcast")
    given = ", ".join(f"{name}={arguments[name]}" for name in names if arguments[name])
    if given:
        raise ValueError(f"socket modifier keyword arguments can not be used when sock is specified. ({given})")


async def _address_pairs(loop, local, remote, family, proto, flags):
    """((family, proto), (local address, remote address)) for each way to make the endpoint."""
    if not (local or remote):
        if family == 0:
            raise ValueError("unexpected address family")
        return [((family, proto), (None, None))]
    if family == socket.AF_UNIX:
        for path in (local, remote):
            if path is not None and not isinstance(path, str):
                raise TypeError("string is expected")
        if local and local[0] not in (0, "\x00"):
            _remove_stale_socket(local)
        return [((family, proto), (local, remote))]
    found = {}
    for index, address in enumerate((local, remote)):
        if address is None:
            continue
        if not (isinstance(address, tuple) and len(address) == 2):
            raise TypeError("2-tuple is expected")
        entries = await resolve(loop, address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
        if not entries:
            raise OSError("getaddrinfo() returned empty list")
        for its_family, _, its_proto, _, its_address in entries:
            found.setdefault((its_family, its_proto), [None, None])[index] = its_address
    pairs = [(key, tuple(addresses)) for key, addresses in found.items()
             if not (local and addresses[0] is None or remote and addresses[1] is None)]
    if not pairs:
        raise ValueError("can not get address information")
    return pairs


def _remove_stale_socket(path):
    try:
        if stat.S_ISSOCK(os.stat(path).st_mode):
            os.remove(path)
    except FileNotFoundError:
        pass


async def _first_socket(loop, pairs, reuse_port, allow_broadcast):
    errors = []
    for (family, proto), (local, remote) in pairs:
        sock = None
        try:
            sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local:
                sock.bind(local)
            if remote and not allow_broadcast:
                await loop.sock_connect(sock, remote)
            return sock, remote
        except OSError as error:
            if sock is not None:
                sock.close()
            errors.append(error)
        except BaseException:
            if sock is not None:
                sock.close()
            raise
    raise errors[0]
