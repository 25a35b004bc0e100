# SPDX-License-Identifier: MIT
"""The classes that describe transports (Library Reference, "Transports"). The loop's own ones are native and count as
subclasses of them."""

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport")

import abc
from _asyncio_streams import _SelectorSocketTransport, _UnixReadPipeTransport, _UnixWritePipeTransport


class BaseTransport(abc.ABC):
    """What all transports have."""

    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What is known of the connection."""
        return self._extra.get(name, default)


class ReadTransport(BaseTransport):
    """A transport that reads."""

    __slots__ = ()


class WriteTransport(BaseTransport):
    """A transport that writes."""

    __slots__ = ()

    def writelines(self, list_of_data):
        """Write an iterable of bytes."""
        self.write(b"".join(list_of_data))


class Transport(ReadTransport, WriteTransport):
    """A transport of a connection, which reads and writes."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """A transport of datagrams."""

    __slots__ = ()


class SubprocessTransport(BaseTransport):
    """A transport of a process."""

    __slots__ = ()


def _leave_open(cls, *names):
    """Methods that a class names and its subclasses have."""
    for name in names:
        def method(self, *args, **kwargs):
            raise NotImplementedError

        method.__name__ = name
        method.__qualname__ = f"{cls.__name__}.{name}"
        setattr(cls, name, method)


_leave_open(BaseTransport, "is_closing", "close", "set_protocol", "get_protocol")
_leave_open(ReadTransport, "is_reading", "pause_reading", "resume_reading")
_leave_open(WriteTransport, "set_write_buffer_limits", "get_write_buffer_size", "get_write_buffer_limits", "write",
            "write_eof", "can_write_eof", "abort")
_leave_open(DatagramTransport, "sendto", "abort")
_leave_open(SubprocessTransport, "get_pid", "get_returncode", "get_pipe_transport", "send_signal", "terminate", "kill")

Transport.register(_SelectorSocketTransport)
ReadTransport.register(_UnixReadPipeTransport)
WriteTransport.register(_UnixWritePipeTransport)
