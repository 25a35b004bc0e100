# SPDX-License-Identifier: MIT
#
# loop.sendfile(): a file to a transport. Library Reference, "Transferring files".
from _asyncio_streams import _SelectorSocketTransport
from asyncio._socket_operations import check_file, send_by_reading, send_by_system
from asyncio.exceptions import SendfileNotAvailableError


async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
    """Send a file's bytes, by sendfile(2) where the system does; how many were sent. The file stands behind them.

    RuntimeError for a transport that is closing or that has no socket; SendfileNotAvailableError.
    """
    if transport.is_closing():
        raise RuntimeError("Transport is closing")
    if not isinstance(transport, _SelectorSocketTransport):
        raise RuntimeError(f"sendfile is not supported for transport {transport!r}")
    check_file(file, offset, count)
    resumes = transport.is_reading()
    transport.pause_reading()
    try:
        try:
            return await _send_native(self, transport, file, offset, count)
        except SendfileNotAvailableError:
            if not fallback:
                raise
        return await send_by_reading(self, file, offset, count, lambda data: _write(transport, data))
    finally:
        if resumes and not transport.is_closing():
            transport.resume_reading()


async def _send_native(loop, transport, file, offset, count):
    """Meanwhile nobody else can write to the transport. The loop watches a descriptor of our own."""
    try:
        await transport._make_empty_waiter()
        with transport.get_extra_info("socket").dup() as sock:
            sock.setblocking(False)
            return await send_by_system(loop, sock, file, offset, count)
    finally:
        transport._reset_empty_waiter()


async def _write(transport, data):
    """Return when the data is gone. ConnectionError when the connection is lost before."""
    if transport.is_closing():
        raise ConnectionError("Connection closed by peer")
    transport.write(data)
    try:
        await transport._make_empty_waiter()
    finally:
        transport._reset_empty_waiter()
