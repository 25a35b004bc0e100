# SPDX-License-Identifier: MIT
#
# Making connections and servers: the loop's methods of these names, which native code calls with the loop as the first
# argument (loop_parts.def). What then moves data is native.
import os
import socket
import stat

from _asyncio import sleep
from _asyncio_streams import _SelectorSocketTransport, _UnixReadPipeTransport, _UnixWritePipeTransport
from asyncio.base_events import Server


# --- Addresses -----------------------------------------------------------------------------------------------------


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def _resolve(loop, host, port, *, family=0, proto=0, flags=0):
    """The addresses of a host for stream sockets. Digits need no resolver, so they are not taken to a thread."""
    try:
        return socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, proto,
                                  flags | socket.AI_NUMERICHOST | socket.AI_NUMERICSERV)
    except OSError:
        pass
    found = await loop.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags)
    if not found:
        raise OSError(f"getaddrinfo({host!r}) returned empty list")
    return found


def _check_stream(sock):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")


# --- Connecting ----------------------------------------------------------------------------------------------------


async def _connect(loop, sock, address):
    """Connects a socket that does not block."""
    try:
        sock.connect(address)
        return
    except (BlockingIOError, InterruptedError):
        pass
    done = loop.create_future()

    def finish():
        if done.done():
            return
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            done.set_exception(OSError(error, f"Connect call failed {address}"))
        else:
            done.set_result(None)

    descriptor = sock.fileno()
    loop.add_writer(descriptor, finish)
    try:
        await done
    finally:
        loop.remove_writer(descriptor)


async def _connect_to(loop, info, local_infos):
    """A new socket that is connected to an address of getaddrinfo()."""
    family, kind, proto, _, address = info
    sock = socket.socket(family, kind, proto)
    try:
        sock.setblocking(False)
        for local_family, _, _, _, local_address in local_infos:
            if local_family == family:
                sock.bind(local_address)
                break
        await _connect(loop, sock, address)
    except BaseException:
        sock.close()
        raise
    return sock


def _common_error(errors):
    """What to raise when no address of a host could be connected to."""
    if len({str(error) for error in errors}) == 1:
        return errors[0]
    return OSError("Multiple exceptions: " + ", ".join(str(error) for error in errors))


async def _connect_to_host(loop, host, port, family, proto, flags, local_addr):
    infos = await _resolve(loop, host, port, family=family, proto=proto, flags=flags)
    local_infos = ()
    if local_addr is not None:
        local_infos = await _resolve(loop, *local_addr, family=family, proto=proto, flags=flags)
    errors = []
    for info in infos:
        try:
            return await _connect_to(loop, info, local_infos)
        except OSError as error:
            errors.append(error)
    raise _common_error(errors)


async def _use_socket(loop, protocol_factory, sock):
    """The transport of a connected socket, once its protocol was told, and the protocol."""
    return await _begin(loop, _SelectorSocketTransport, sock, protocol_factory())


async def _begin(loop, make_transport, file, protocol):
    waiter = loop.create_future()
    transport = make_transport(loop, file, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def create_connection(loop, protocol_factory, host=None, port=None, *, sock=None, family=0, proto=0, flags=0,
                            local_addr=None):
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock = await _connect_to_host(loop, host, port, family, proto, flags, local_addr)
    elif sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    else:
        _check_stream(sock)
        sock.setblocking(False)
    return await _use_socket(loop, protocol_factory, sock)


async def create_unix_connection(loop, protocol_factory, path=None, *, sock=None):
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        info = socket.AF_UNIX, socket.SOCK_STREAM, 0, "", os.fspath(path)
        sock = await _connect_to(loop, info, ())
    elif sock is None:
        raise ValueError("no path and sock were specified")
    else:
        if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
        sock.setblocking(False)
    return await _use_socket(loop, protocol_factory, sock)


async def connect_accepted_socket(loop, protocol_factory, sock):
    _check_stream(sock)
    sock.setblocking(False)
    return await _use_socket(loop, protocol_factory, sock)


async def connect_read_pipe(loop, protocol_factory, pipe):
    return await _begin(loop, _UnixReadPipeTransport, pipe, protocol_factory())


async def connect_write_pipe(loop, protocol_factory, pipe):
    return await _begin(loop, _UnixWritePipeTransport, pipe, protocol_factory())


# --- Serving -------------------------------------------------------------------------------------------------------


def _bind(info, reuse_address, reuse_port):
    family, kind, proto, _, address = info
    sock = socket.socket(family, kind, proto)
    try:
        if reuse_address:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
        if reuse_port:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
        try:
            sock.bind(address)
        except OSError as error:
            text = f"error while attempting to bind on address {address!r}: {str(error).lower()}"
            raise OSError(error.errno, text) from None
    except BaseException:
        sock.close()
        raise
    return sock


async def _bind_hosts(loop, host, port, family, flags, reuse_address, reuse_port):
    hosts = [None] if host is None or host == "" else [host] if isinstance(host, str) else host
    infos = []
    for name in hosts:
        for info in await _resolve(loop, name, port, family=family, flags=flags):
            if info not in infos:
                infos.append(info)
    sockets = []
    try:
        for info in infos:
            sockets.append(_bind(info, reuse_address, reuse_port))
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    return sockets


async def _serve(server, start_serving):
    for sock in server._sockets:
        sock.setblocking(False)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


async def create_server(loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, reuse_address=None, reuse_port=None,
                        start_serving=True):
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sockets = await _bind_hosts(loop, host, port, family, flags, reuse_address is not False, reuse_port)
    elif sock is None:
        raise ValueError("Neither host/port nor sock were specified")
    else:
        _check_stream(sock)
        sockets = [sock]
    return await _serve(Server(loop, sockets, protocol_factory, None, backlog, None), start_serving)


class _UnixServer(Server):
    """A server whose socket stands in the file system: closing it removes the file, if it is still the same."""

    def _close_socket(self, sock):
        path = sock.getsockname()
        try:
            if self._inode is not None and os.stat(path).st_ino == self._inode:
                os.unlink(path)
        except OSError:
            pass
        sock.close()


_UnixServer.__name__ = _UnixServer.__qualname__ = "Server"


def _bind_path(path):
    if path[:1] not in (0, "\0", b"\0"):
        try:
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)
        except FileNotFoundError:
            pass
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.bind(path)
    except BaseException as error:
        sock.close()
        if isinstance(error, OSError) and error.errno == 98:
            raise OSError(error.errno, f"Address {path!r} is already in use") from None
        raise
    return sock


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, start_serving=True,
                             cleanup_socket=True):
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = _bind_path(os.fspath(path))
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    elif sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")
    server = _UnixServer(loop, [sock], protocol_factory, None, backlog, None)
    name = sock.getsockname()
    is_file = cleanup_socket and name and name[:1] not in ("\0", b"\0")
    server._inode = os.stat(name).st_ino if is_file else None
    return await _serve(server, start_serving)
