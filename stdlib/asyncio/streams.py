# SPDX-License-Identifier: MIT
"""Streams (Library Reference, "Streams"). The classes are native: stream_reader.cpp and its neighbours."""

__all__ = (
    "StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server", "open_unix_connection",
    "start_unix_server",
)

from _asyncio import get_running_loop
from _asyncio_streams import FlowControlMixin, StreamReader, StreamReaderProtocol, StreamWriter

_DEFAULT_LIMIT = 64 * 1024


async def _open(connect, limit, *where, **options):
    """Connects by the loop's method of that name: a reader and a writer."""
    loop = get_running_loop()
    reader = StreamReader(limit, loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await getattr(loop, connect)(lambda: protocol, *where, **options)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def _serve(create, client_connected_cb, limit, *where, **options):
    """Makes a server by the loop's method of that name. Each connection calls client_connected_cb."""
    loop = get_running_loop()

    def make_protocol():
        return StreamReaderProtocol(StreamReader(limit, loop), client_connected_cb, loop)

    return await getattr(loop, create)(make_protocol, *where, **options)


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connect to a host; return (reader, writer). Keywords are those of loop.create_connection()."""
    return await _open("create_connection", limit, host, port, **kwds)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Serve connections: client_connected_cb(reader, writer) is called, or run as a task. Return a Server."""
    return await _serve("create_server", client_connected_cb, limit, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """open_connection() for sockets of the file system."""
    return await _open("create_unix_connection", limit, path, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """start_server() for sockets of the file system."""
    return await _serve("create_unix_server", client_connected_cb, limit, path, **kwds)


async def _start_tls(writer, sslcontext, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout):
    """StreamWriter.start_tls()."""
    protocol = writer._protocol
    await writer.drain()
    transport = await writer._loop.start_tls(
        writer.transport, protocol, sslcontext, server_side=protocol._client_connected_cb is not None,
        server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)
    writer._transport = transport
    protocol._replace_transport(transport)
