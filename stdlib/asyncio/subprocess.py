# SPDX-License-Identifier: MIT
#
# asyncio.subprocess: processes whose pipes are streams. Library Reference, "Subprocesses".
import subprocess

from asyncio import protocols, streams
from asyncio.events import get_running_loop

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL
LIMIT = 64 * 1024  # bytes that a stream holds before it stops reading, twice


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
    """Gives what the pipes say to the streams of a Process."""

    def __init__(self, limit, loop):
        super().__init__(loop=loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._transport = None
        self._open_readers = []  # descriptors whose end has not come
        self._has_exited = False
        self._stdin_closed = self._loop.create_future()

    def __repr__(self):
        words = [type(self).__name__]
        words += [f"{name}={stream!r}" for name in ("stdin", "stdout", "stderr")
                  if (stream := getattr(self, name)) is not None]
        return f"<{' '.join(words)}>"

    def connection_made(self, transport):
        self._transport = transport
        for descriptor, name in (1, "stdout"), (2, "stderr"):
            pipe = transport.get_pipe_transport(descriptor)
            if pipe is not None:
                reader = streams.StreamReader(limit=self._limit, loop=self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
                self._open_readers.append(descriptor)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = streams.StreamWriter(pipe, protocol=self, reader=None, loop=self._loop)

    def _reader_of(self, descriptor):
        return {1: self.stdout, 2: self.stderr}.get(descriptor)

    def pipe_data_received(self, fd, data):
        reader = self._reader_of(fd)
        if reader is not None:
            reader.feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            if self.stdin is not None:
                self.stdin.close()
            self.connection_lost(exc)
            if exc is None:
                self._stdin_closed.set_result(None)
            else:
                self._stdin_closed.set_exception(exc)
                self._stdin_closed._log_traceback = False  # only those who wait for the end are told
            return
        reader = self._reader_of(fd)
        if reader is not None:
            if exc is None:
                reader.feed_eof()
            else:
                reader.set_exception(exc)
        if fd in self._open_readers:
            self._open_readers.remove(fd)
        self._close_when_over()

    def process_exited(self):
        self._has_exited = True
        self._close_when_over()

    def _close_when_over(self):
        if not self._has_exited or self._open_readers or self._transport is None:
            return
        transport, self._transport = self._transport, None
        transport.close()

    def _get_close_waiter(self, stream):
        if stream is self.stdin:
            return self._stdin_closed


class Process:
    """A running program. What create_subprocess_exec() returns."""

    def __init__(self, transport, protocol, loop):
        self._transport, self._protocol, self._loop = transport, protocol, loop
        self.stdin, self.stdout, self.stderr = protocol.stdin, protocol.stdout, protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f"<{type(self).__name__} {self.pid}>"

    @property
    def returncode(self):
        """The exit status, negative for the signal that ended it; None while it runs."""
        return self._transport.get_returncode()

    async def wait(self):
        """Wait for its end; return its exit status."""
        return await self._transport._wait()

    def send_signal(self, signal):
        """Send it a signal; ProcessLookupError when it has ended."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Ask it to end: SIGTERM."""
        self._transport.terminate()

    def kill(self):
        """End it: SIGKILL."""
        self._transport.kill()

    async def communicate(self, input=None):
        """Send `input` and close stdin, read stdout and stderr to their ends, wait; return what they said."""
        import asyncio

        async def nothing():
            return None

        stdin = self._feed(input) if self.stdin is not None else nothing()
        stdout = self._read(1) if self.stdout is not None else nothing()
        stderr = self._read(2) if self.stderr is not None else nothing()
        _, stdout, stderr = await asyncio.gather(stdin, stdout, stderr)
        await self.wait()
        return stdout, stderr

    async def _feed(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass  # it does not want more
        self.stdin.close()

    async def _read(self, descriptor):
        transport = self._transport.get_pipe_transport(descriptor)
        stream = self.stdout if descriptor == 1 else self.stderr
        output = await stream.read()
        transport.close()
        return output


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=LIMIT, **kwds):
    """Run a command line of the shell."""
    loop = get_running_loop()
    transport, protocol = await loop.subprocess_shell(
        lambda: SubprocessStreamProtocol(limit, loop), cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
    return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=LIMIT, **kwds):
    """Run a program with arguments."""
    loop = get_running_loop()
    transport, protocol = await loop.subprocess_exec(
        lambda: SubprocessStreamProtocol(limit, loop), program, *args, stdin=stdin, stdout=stdout, stderr=stderr,
        **kwds)
    return Process(transport, protocol, loop)
