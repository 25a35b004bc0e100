# SPDX-License-Identifier: MIT
#
# Making connections and servers: the loop's methods of these names, which native code calls with the loop as the first
# argument (loop_parts.def). Library Reference, "Opening network connections", "Creating network servers", "Working with
# pipes". What then moves data is native.
import errno
import itertools
import os
import socket
import stat

from _asyncio import sleep
from _asyncio_streams import _SelectorSocketTransport, _UnixReadPipeTransport, _UnixWritePipeTransport
from asyncio._socket_operations import refuse_tls_socket, resolve, sock_connect
from asyncio.base_events import Server
from asyncio.staggered import staggered_race

# --- Arguments -----------------------------------------------------------------------------------------------------


def _check_tls(ssl, handshake_timeout, shutdown_timeout):
    """ValueError for what only TLS knows; NotImplementedError for TLS itself."""
    if handshake_timeout is not None and not ssl:
        raise ValueError("ssl_handshake_timeout is only meaningful with ssl")
    if shutdown_timeout is not None and not ssl:
        raise ValueError("ssl_shutdown_timeout is only meaningful with ssl")
    if ssl:
        raise NotImplementedError("connections over TLS")


def _check_server_tls(ssl, handshake_timeout, shutdown_timeout):
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    _check_tls(ssl, handshake_timeout, shutdown_timeout)


def _check_stream(sock):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A Stream Socket was expected, got {sock!r}")


def _check_unix_stream(sock):
    if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")


async def _addresses(loop, address, **criteria):
    """The entries of getaddrinfo() for an address of a stream; OSError if there are none."""
    found = await resolve(loop, address, type=socket.SOCK_STREAM, **criteria)
    if not found:
        raise OSError("getaddrinfo() returned empty list")
    return found


def _bind_error(address, error):
    return OSError(error.errno, f"error while attempting to bind on address {address!r}: {str(error).lower()}")


# --- Connecting ----------------------------------------------------------------------------------------------------


def _bind_local(sock, family, local_infos):
    """Bind to the first local address of the family that can be had. OSError: of the last one, or there is none."""
    failure = OSError(f"no matching local address with {family=} found")
    for local_family, _, _, _, address in local_infos:
        if local_family != family:
            continue
        try:
            sock.bind(address)
            return
        except OSError as error:
            failure = _bind_error(address, error)
    raise failure


async def _connect_to(loop, info, local_infos, errors):
    """A new socket that is connected to an address of getaddrinfo(). An OSError stands in `errors` too."""
    family, kind, proto, _, address = info
    sock = None
    try:
        sock = socket.socket(family, kind, proto)
        sock.setblocking(False)
        if local_infos is not None:
            _bind_local(sock, family, local_infos)
        await sock_connect(loop, sock, address)
        return sock
    except BaseException as error:
        if isinstance(error, OSError):
            errors.append(error)
        if sock is not None:
            sock.close()
        raise


def _interleaved(infos, first_count):
    """The addresses with their families in turn (RFC 8305, section 4), after the first ones of the first family."""
    families = {}
    for info in infos:
        families.setdefault(info[0], []).append(info)
    queues = list(families.values())
    head = queues[0][:first_count - 1]
    queues[0] = queues[0][first_count - 1:]
    turns = itertools.zip_longest(*queues)
    return head + [info for turn in turns for info in turn if info is not None]


def _failure(errors, all_errors):
    """What to raise when no address of a host could be connected to."""
    if all_errors:
        return ExceptionGroup("create_connection failed", errors)
    if len({str(error) for error in errors}) == 1:
        return errors[0]
    return OSError("Multiple exceptions: " + ", ".join(str(error) for error in errors))


async def _connect_in_turn(loop, infos, local_infos, errors):
    for info in infos:
        try:
            return await _connect_to(loop, info, local_infos, errors)
        except OSError:
            pass  # stands in `errors`


async def _connect_in_race(loop, infos, local_infos, errors, delay):
    attempts = [lambda info=info: _connect_to(loop, info, local_infos, errors) for info in infos]
    winner, _, exceptions = await staggered_race(attempts, delay, loop=loop)
    if winner is None:
        for error in exceptions:
            if error is not None and not isinstance(error, OSError):
                raise error
    return winner


async def _connect_to_host(loop, host, port, local_addr, happy_eyeballs_delay, interleave, all_errors, **criteria):
    infos = await _addresses(loop, (host, port), **criteria)
    local_infos = None if local_addr is None else await _addresses(loop, local_addr, **criteria)
    if happy_eyeballs_delay is not None and interleave is None:
        interleave = 1
    if interleave:
        infos = _interleaved(infos, interleave)
    errors = []
    if happy_eyeballs_delay is None:
        sock = await _connect_in_turn(loop, infos, local_infos, errors)
    else:
        sock = await _connect_in_race(loop, infos, local_infos, errors, happy_eyeballs_delay)
    if sock is not None:
        return sock
    try:
        raise _failure(errors, all_errors)
    finally:
        del errors  # each of them refers to this frame


async def _use_socket(loop, protocol_factory, sock):
    """The transport of a connected socket, once its protocol was told, and the protocol."""
    sock.setblocking(False)
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


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    """Connect to a host, or use a connected socket; (transport, protocol)."""
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    if server_hostname is None and ssl and not host:
        raise ValueError("You must set server_hostname when using ssl without a host")
    _check_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock is not None:
        refuse_tls_socket(sock)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock = await _connect_to_host(loop, host, port, local_addr, happy_eyeballs_delay, interleave, all_errors,
                                      family=family, proto=proto, flags=flags)
    elif sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    else:
        _check_stream(sock)
    return await _use_socket(loop, protocol_factory, sock)


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Connect to a socket in the file system, or use a connected one; (transport, protocol)."""
    if ssl and server_hostname is None:
        raise ValueError("you have to pass server_hostname when using ssl")
    if not ssl and server_hostname is not None:
        raise ValueError("server_hostname is only meaningful with ssl")
    _check_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        info = socket.AF_UNIX, socket.SOCK_STREAM, 0, "", os.fspath(path)
        sock = await _connect_to(loop, info, None, [])
    elif sock is None:
        raise ValueError("no path and sock were specified")
    else:
        _check_unix_stream(sock)
    return await _use_socket(loop, protocol_factory, sock)


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    """Use a connection that was accepted elsewhere; (transport, protocol)."""
    _check_stream(sock)
    _check_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    refuse_tls_socket(sock)
    return await _use_socket(loop, protocol_factory, sock)


async def connect_read_pipe(loop, protocol_factory, pipe):
    """Read from a pipe; (transport, protocol)."""
    return await _begin(loop, _UnixReadPipeTransport, pipe, protocol_factory())


async def connect_write_pipe(loop, protocol_factory, pipe):
    """Write to a pipe; (transport, protocol)."""
    return await _begin(loop, _UnixWritePipeTransport, pipe, protocol_factory())


# --- Serving -------------------------------------------------------------------------------------------------------


def _bind(info, reuse_address, reuse_port, keep_alive):
    """A socket at an address; None if the system has neither such sockets nor that address."""
    family, kind, proto, _, address = info
    try:
        sock = socket.socket(family, kind, proto)
    except OSError:
        return None
    try:
        if reuse_address:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
        if reuse_port and family in (socket.AF_INET, socket.AF_INET6):
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
        if keep_alive:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
        if family == socket.AF_INET6:  # IPv4 has its own socket
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
        try:
            sock.bind(address)
        except OSError as error:
            if error.errno != errno.EADDRNOTAVAIL:
                raise _bind_error(address, error) from None
            sock.close()
            return None
    except BaseException:
        sock.close()
        raise
    return sock


def _hosts(host):
    """The names that create_server() is to listen at; None is every address."""
    if host == "":
        return [None]
    return [host] if isinstance(host, str) or not hasattr(host, "__iter__") else host


async def _bind_hosts(loop, host, port, family, flags, *options):
    infos = {}
    for name in _hosts(host):
        infos.update(dict.fromkeys(await _addresses(loop, (name, port), family=family, flags=flags)))
    sockets = []
    try:
        for info in infos:
            if (sock := _bind(info, *options)) is not None:
                sockets.append(sock)
        if not sockets:
            raise OSError(f"could not bind on any address out of {[info[4] for info in infos]!r}")
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
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                        reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        start_serving=True):
    """Listen at each address of a host, or of each of several; or use a bound socket. The Server."""
    _check_server_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock is not None:
        refuse_tls_socket(sock)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sockets = await _bind_hosts(loop, host, port, family, flags, reuse_address is None or reuse_address,
                                    reuse_port, keep_alive)
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


def _is_abstract(path):
    """Whether a name is one of Linux's that stand in no file system."""
    return path[:1] in ("\0", b"\0")


def _bind_path(path):
    if not _is_abstract(path):
        try:
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)  # of a server that has ended
        except OSError:
            pass
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        sock.bind(path)
    except BaseException as error:
        sock.close()
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise OSError(error.errno, f"Address {path!r} is already in use") from None
        raise
    return sock


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                             cleanup_socket=True):
    """Listen at a path of the file system, or use a bound socket. The Server."""
    _check_server_tls(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        sock = _bind_path(os.fspath(path))
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    else:
        _check_unix_stream(sock)
    server = _UnixServer(loop, [sock], protocol_factory, None, backlog, None)
    name = sock.getsockname()
    server._inode = os.stat(name).st_ino if cleanup_socket and name and not _is_abstract(name) else None
    return await _serve(server, start_serving)
