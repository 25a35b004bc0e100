# SPDX-License-Identifier: MIT
#
# Sockets without transports: the loop's sock_*() coroutines and name resolution. Library Reference, "Working with
# socket objects directly" and "DNS".
#
# Each operation is tried at once and again whenever the loop finds the socket ready, by the task that asked for it: one
# that is cancelled while it waits has taken nothing from the socket.
import os
import socket
from asyncio.exceptions import SendfileNotAvailableError

SENDFILE_BLOCK = 1 << 30  # bytes that one sendfile(2) is asked for
READ_BLOCK = 1 << 18  # bytes that are read at once from files that sendfile(2) does not take


def refuse_tls_socket(sock):
    """TypeError: the loop has its own TLS, over a bare socket."""
    if hasattr(sock, "_sslobj"):
        raise TypeError("Socket cannot be of type SSLSocket")


def check_socket(loop, sock):
    """TypeError for a TLS socket; in debug mode ValueError for a blocking one."""
    refuse_tls_socket(sock)
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def _wait_for(loop, sock, add, remove):
    ready = loop.create_future()
    descriptor = sock.fileno()
    add(descriptor, lambda: ready.done() or ready.set_result(None))
    try:
        await ready
    finally:
        remove(descriptor)


async def _receive(loop, sock, operation, *arguments):
    check_socket(loop, sock)
    while True:
        try:
            return operation(*arguments)
        except (BlockingIOError, InterruptedError):
            await _wait_for(loop, sock, loop.add_reader, loop.remove_reader)


async def _send(loop, sock, operation, *arguments):
    check_socket(loop, sock)
    while True:
        try:
            return operation(*arguments)
        except (BlockingIOError, InterruptedError):
            await _wait_for(loop, sock, loop.add_writer, loop.remove_writer)


async def sock_recv(self, sock, n):
    """Up to `n` bytes; b'' when the peer has ended."""
    return await _receive(self, sock, sock.recv, n)


async def sock_recv_into(self, sock, buf):
    """The number of bytes that were received into the writable buffer."""
    return await _receive(self, sock, sock.recv_into, buf)


async def sock_recvfrom(self, sock, bufsize):
    """A datagram and its sender's address."""
    return await _receive(self, sock, sock.recvfrom, bufsize)


async def sock_recvfrom_into(self, sock, buf, nbytes=0):
    """The size of a datagram, received into the buffer, and its sender's address."""
    return await _receive(self, sock, sock.recvfrom_into, buf, nbytes or len(buf))


async def sock_sendall(self, sock, data):
    """Send all of the data. After an error nobody knows how much was sent."""
    check_socket(self, sock)
    with memoryview(data) as view, view.cast("B") as left:
        sent = 0
        while sent < len(left):
            sent += await _send(self, sock, sock.send, left[sent:])


async def sock_sendto(self, sock, data, address):
    """Send a datagram; the number of bytes sent."""
    return await _send(self, sock, sock.sendto, data, address)


async def sock_accept(self, sock):
    """The next connection, non-blocking, and its peer's address."""
    connection, address = await _receive(self, sock, sock.accept)
    connection.setblocking(False)
    return connection, address


async def sock_connect(self, sock, address):
    """Connect; a host name in the address is resolved by the loop. OSError when the peer refuses."""
    check_socket(self, sock)
    if sock.family in (socket.AF_INET, socket.AF_INET6):
        found = await resolve(self, address, family=sock.family, type=sock.type, proto=sock.proto)
        address = found[0][4]
    try:
        sock.connect(address)
        return
    except (BlockingIOError, InterruptedError):
        pass
    await _wait_for(self, sock, self.add_writer, self.remove_writer)
    error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if error:
        raise OSError(error, f"Connect call failed {address}")


# --- Names --------------------------------------------------------------------------------------------------------


async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
    """socket.getaddrinfo() in the default executor."""
    return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(self, sockaddr, flags=0):
    """socket.getnameinfo() in the default executor."""
    return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


async def resolve(loop, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0):
    """The entries of getaddrinfo() for an address. Digits need no resolver, so they are not taken to a thread."""
    port = address[1]
    try:
        found = socket.getaddrinfo(*address[:2], family, type, proto,
                                   flags | socket.AI_NUMERICHOST | socket.AI_NUMERICSERV)
    except OSError:
        pass
    else:
        if not isinstance(port, int) or 0 <= port < 1 << 16:
            return found
        return [(*entry[:4], (entry[4][0], port, *entry[4][2:])) for entry in found]  # which the socket refuses
    return await loop.getaddrinfo(*address[:2], family=family, type=type, proto=proto, flags=flags)


# --- Files --------------------------------------------------------------------------------------------------------


def check_file(file, offset, count):
    """ValueError, TypeError for what sendfile() does not take."""
    if "b" not in getattr(file, "mode", "b"):
        raise ValueError("file should be opened in binary mode")
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f"count must be a positive integer (got {count!r})")
        if count <= 0:
            raise ValueError(f"count must be a positive integer (got {count!r})")
    if not isinstance(offset, int):
        raise TypeError(f"offset must be a non-negative integer (got {offset!r})")
    if offset < 0:
        raise ValueError(f"offset must be a non-negative integer (got {offset!r})")


async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
    """Send a file's bytes, by sendfile(2) where the system does; how many were sent. The file stands behind them."""
    if self.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")
    if not sock.type == socket.SOCK_STREAM:
        raise ValueError("only SOCK_STREAM type sockets are supported")
    check_file(file, offset, count)
    try:
        return await send_by_system(self, sock, file, offset, count)
    except SendfileNotAvailableError:
        if not fallback:
            raise
    return await send_by_reading(self, file, offset, count, lambda data: sock_sendall(self, sock, data))


async def send_by_system(loop, sock, file, offset, count):
    """The same by sendfile(2). SendfileNotAvailableError, with nothing sent: it does not take this file."""
    try:
        source = file.fileno()
        size = os.fstat(source).st_size
    except (AttributeError, OSError) as error:
        raise SendfileNotAvailableError("not a regular file") from error
    sent = 0
    try:
        while count is None or sent < count:
            block = min(SENDFILE_BLOCK, (size if count is None else count) - sent) or SENDFILE_BLOCK
            try:
                done = await _send(loop, sock, os.sendfile, sock.fileno(), source, offset + sent, block)
            except OSError as error:
                if sent == 0 and not isinstance(error, ConnectionError):
                    raise SendfileNotAvailableError("os.sendfile call failed") from error
                raise
            if done == 0:
                break
            sent += done
        return sent
    finally:
        if sent:
            os.lseek(source, offset + sent, os.SEEK_SET)


async def send_by_reading(loop, file, offset, count, send):
    """The same by reading in the default executor; `send` is a coroutine function of a bytes-like object."""
    if hasattr(file, "seek"):
        file.seek(offset)
    buffer = memoryview(bytearray(min(count or READ_BLOCK, READ_BLOCK)))
    sent = 0
    try:
        while count is None or sent < count:
            part = buffer if count is None else buffer[: count - sent]
            size = await loop.run_in_executor(None, file.readinto, part)
            if not size:
                break
            await send(part[:size])
            sent += size
        return sent
    finally:
        if sent and hasattr(file, "seek"):
            file.seek(offset + sent)
