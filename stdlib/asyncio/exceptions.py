# SPDX-License-Identifier: MIT
#
# asyncio.exceptions (Library Reference, "Exceptions").
from _asyncio import BrokenBarrierError, CancelledError, InvalidStateError

__all__ = (
    "BrokenBarrierError", "CancelledError", "IncompleteReadError", "InvalidStateError", "LimitOverrunError",
    "SendfileNotAvailableError", "TimeoutError",
)

TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
    """The system call sendfile cannot be used here."""


class IncompleteReadError(EOFError):
    """The stream ended before everything was read: `partial` is what there was."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer's limit was reached while a separator was looked for; `consumed` bytes are in the buffer."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)
