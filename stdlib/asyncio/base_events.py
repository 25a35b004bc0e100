# SPDX-License-Identifier: MIT
"""asyncio.Server (Library Reference, "Event Loop", Server Objects). The loop itself is native."""

__all__ = ("BaseEventLoop", "Server")

import weakref

from _asyncio import CancelledError, _UnixSelectorEventLoop as BaseEventLoop, sleep
from _asyncio_streams import _Acceptor
from asyncio.events import AbstractServer
from asyncio.trsock import TransportSocket


def __getattr__(name):
    if name != "logger":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from asyncio.log import logger

    return logger


class Server(AbstractServer):
    """Listening sockets, and the transports of the connections that came in by them."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout,
                 ssl_shutdown_timeout=None):
        if ssl_context is not None:
            raise NotImplementedError("servers over TLS")
        self._loop = loop
        self._sockets = sockets  # None once closed
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._acceptors = []
        self._clients = weakref.WeakSet()
        self._waiters = []  # None once closed and without connections
        self._serving_forever = None  # the future of serve_forever()

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets}>"

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(TransportSocket(sock) for sock in self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return bool(self._acceptors)

    # Transports tell of themselves.

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        self._end_if_empty()

    def _end_if_empty(self):
        if self._sockets is not None or self._waiters is None or len(self._clients):
            return
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    # Serving.

    def _start_serving(self):
        if self._acceptors:
            return
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._acceptors.append(_Acceptor(self._loop, sock, self._protocol_factory, self, self._backlog))

    async def start_serving(self):
        """Accept connections from now on."""
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        """Accept connections until this is cancelled, which closes the server."""
        if self._serving_forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever = self._loop.create_future()
        try:
            await self._serving_forever
        except CancelledError:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._serving_forever = None

    def close(self):
        """Accept no more connections. Those that there are stay."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for acceptor in self._acceptors:
            acceptor.stop()
        self._acceptors.clear()
        for sock in sockets:
            self._close_socket(sock)
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
        self._serving_forever = None
        self._end_if_empty()

    def _close_socket(self, sock):
        sock.close()

    def close_clients(self):
        """Close the transports of all connections."""
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        """Close the transports of all connections at once, without writing what waits to be written."""
        for transport in list(self._clients):
            transport.abort()

    async def wait_closed(self):
        """Wait until the server is closed and its last connection is gone."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter
