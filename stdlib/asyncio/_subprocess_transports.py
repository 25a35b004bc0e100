# SPDX-License-Identifier: MIT
#
# loop.subprocess_exec() and subprocess_shell(), their transport, and who notices that a child has ended: its pidfd
# becomes readable in the loop, or a thread waits where the kernel has none. Library Reference, "Subprocess transports".
import collections
import os
import socket
import subprocess
import threading
import warnings

import asyncio
from asyncio import protocols, transports


class _PipeProtocol(protocols.BaseProtocol):
    """Tells the process's transport what happens in one pipe."""

    def __init__(self, process, descriptor):
        self.process = process
        self.descriptor = descriptor
        self.pipe = None
        self.is_disconnected = False

    def __repr__(self):
        return f"<{type(self).__name__} fd={self.descriptor} pipe={self.pipe!r}>"

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.is_disconnected = True
        self.process._pipe_lost(self.descriptor, exc)
        self.process = None

    def pause_writing(self):
        self.process._protocol.pause_writing()

    def resume_writing(self):
        self.process._protocol.resume_writing()

    def data_received(self, data):
        self.process._call(self.process._protocol.pipe_data_received, self.descriptor, data)

    def eof_received(self):
        pass


class SubprocessTransport(transports.SubprocessTransport):
    """A child process and the transports of its pipes."""

    def __init__(self, loop, protocol, process, extra=None):
        super().__init__(extra)
        self._extra["subprocess"] = process
        self._loop = loop
        self._protocol = protocol
        self._process = process
        self._pid = process.pid
        self._returncode = None
        self._waiters = []  # futures of those who wait for the end
        self._early = collections.deque()  # calls of the protocol before connection_made()
        self._is_connected = False
        self._closed = False
        self._ended = False  # the protocol has been told
        self._pipes = {}
        for descriptor, pipe in enumerate((process.stdin, process.stdout, process.stderr)):
            if pipe is not None:
                self._pipes[descriptor] = None

    def __repr__(self):
        words = [type(self).__name__]
        if self._closed:
            words.append("closed")
        if self._pid is not None:
            words.append(f"pid={self._pid}")
        if self._returncode is not None:
            words.append(f"returncode={self._returncode}")
        elif self._pid is not None:
            words.append("running")
        else:
            words.append("not started")
        names = {0: "stdin", 1: "stdout", 2: "stderr"}
        words += [f"{names[fd]}={protocol.pipe}" for fd, protocol in self._pipes.items() if protocol is not None]
        return f"<{' '.join(words)}>"

    def __del__(self):
        if not self._closed:
            warnings.warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self.close()

    # --- Asking ---

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        """The exit status, negative for the signal that ended it; None while it runs."""
        return self._returncode

    def get_pipe_transport(self, fd):
        """The transport of stdin (0), stdout (1) or stderr (2); None where there is no pipe."""
        return getattr(self._pipes.get(fd), "pipe", None)

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        """From now on `protocol` is told what happens."""
        self._protocol = protocol

    def is_closing(self):
        """Whether it was closed."""
        return self._closed

    # --- Signals and the end ---

    def _running(self):
        if self._process is None:
            raise ProcessLookupError()
        return self._process

    def send_signal(self, signal):
        """Send it a signal; ProcessLookupError when it has ended, as for the others."""
        self._running().send_signal(signal)

    def terminate(self):
        """Ask it to end: SIGTERM."""
        self._running().terminate()

    def kill(self):
        """End it: SIGKILL."""
        self._running().kill()

    def close(self):
        """Close the pipes; kill the process if it runs."""
        if self._closed:
            return
        self._closed = True
        for protocol in self._pipes.values():
            if protocol is not None and protocol.pipe is not None:
                protocol.pipe.close()
        if self._process is not None and self._returncode is None and self._process.poll() is None:
            if self._loop.get_debug():
                import logging
                logging.getLogger("asyncio").warning("Close running child process: kill %r", self)
            try:
                self._process.kill()
            except (ProcessLookupError, PermissionError):
                pass

    # --- Starting ---

    async def _connect(self):
        """Open the transports of the pipes, then tell the protocol; return when it knows."""
        try:
            if self._process.stdin is not None:
                await self._open(0, self._loop.connect_write_pipe, self._process.stdin)
            if self._process.stdout is not None:
                await self._open(1, self._loop.connect_read_pipe, self._process.stdout)
            if self._process.stderr is not None:
                await self._open(2, self._loop.connect_read_pipe, self._process.stderr)
        except BaseException:
            self._tell_nobody()
            raise
        finally:
            for descriptor, pipe in enumerate((self._process.stdin, self._process.stdout, self._process.stderr)):
                if pipe is not None and self._pipes[descriptor] is None:  # it was never opened
                    del self._pipes[descriptor]
                    pipe.close()
        self._loop.call_soon(self._protocol.connection_made, self)
        self._is_connected = True
        while self._early:
            self._loop.call_soon(*self._early.popleft())
        await asyncio.sleep(0)

    def _tell_nobody(self):
        """It was not connected: the protocol hears nothing, who waits for the end does."""
        self._protocol = protocols.SubprocessProtocol()
        self._early.clear()
        self._is_connected = True
        self._ended = False  # that may have been among the early calls
        self._loop.call_soon(self._end_if_over)

    async def _open(self, descriptor, connect, pipe):
        _, self._pipes[descriptor] = await connect(lambda: _PipeProtocol(self, descriptor), pipe)

    def _call(self, callback, *arguments):
        if self._is_connected:
            self._loop.call_soon(callback, *arguments)
        else:
            self._early.append((callback, *arguments))

    def _pipe_lost(self, descriptor, error):
        self._call(self._protocol.pipe_connection_lost, descriptor, error)
        self._end_if_over()

    def _process_exited(self, returncode):
        self._returncode = returncode
        if self._process.returncode is None:
            self._process.returncode = returncode  # nobody else is to wait for it
        self._call(self._protocol.process_exited)
        self._end_if_over()

    def _end_if_over(self):
        if self._returncode is None or self._ended:
            return
        if all(protocol is not None and protocol.is_disconnected for protocol in self._pipes.values()):
            self._ended = True
            self._call(self._end, None)

    def _end(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(self._returncode)
            self._waiters = []
            self._loop = self._process = self._protocol = None

    async def _wait(self):
        """The exit status, once there is one."""
        if self._returncode is None:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter
        return self._returncode


# --- Noticing the end ---------------------------------------------------------------------------------------------


def _status_of(pid):
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:  # somebody else has waited for it
        import logging
        logging.getLogger("asyncio").warning(
            "child process pid %d exit status already read:  will report returncode 255", pid)
        return 255


def watch_child(loop, pid, callback):
    """Call callback(exit status) in the loop once the child has ended."""
    try:
        descriptor = os.pidfd_open(pid)
    except OSError:
        _watch_in_thread(loop, pid, callback)
        return

    def has_ended():
        loop.remove_reader(descriptor)
        os.close(descriptor)
        callback(_status_of(pid))

    loop.add_reader(descriptor, has_ended)


def _watch_in_thread(loop, pid, callback):
    def wait():
        status = _status_of(pid)
        if not loop.is_closed():
            loop.call_soon_threadsafe(callback, status)

    threading.Thread(target=wait, name=f"asyncio-waitpid-{pid}", daemon=True).start()


# --- The loop's methods -------------------------------------------------------------------------------------------


async def _start(loop, protocol_factory, command, shell, stdin, stdout, stderr, bufsize, options):
    protocol = protocol_factory()
    ours = None
    if stdin == subprocess.PIPE:  # a socket, whose other end's closing is noticed while nothing is written
        stdin, ours = socket.socketpair()
    try:
        process = subprocess.Popen(command, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,
                                   universal_newlines=False, bufsize=bufsize, **options)
        if ours is not None:
            process.stdin = open(ours.detach(), "wb", buffering=bufsize)
    finally:
        if ours is not None:
            stdin.close()
            ours.close()
    transport = SubprocessTransport(loop, protocol, process)
    watch_child(loop, process.pid, transport._process_exited)
    try:
        await transport._connect()
    except BaseException:
        transport.close()
        await transport._wait()
        raise
    return transport, protocol


def _check_options(universal_newlines, shell, expected_shell, bufsize, text, encoding, errors):
    if universal_newlines:
        raise ValueError("universal_newlines must be False")
    if bool(shell) != expected_shell:
        raise ValueError("shell must be True" if expected_shell else "shell must be False")
    if bufsize != 0:
        raise ValueError("bufsize must be 0")
    if text:
        raise ValueError("text must be False")
    if encoding is not None:
        raise ValueError("encoding must be None")
    if errors is not None:
        raise ValueError("errors must be None")


async def subprocess_shell(self, protocol_factory, cmd, *, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, universal_newlines=False, shell=True, bufsize=0, encoding=None,
                           errors=None, text=None, **kwargs):
    """Run a command line of the shell; (transport, protocol)."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    _check_options(universal_newlines, shell, True, bufsize, text, encoding, errors)
    return await _start(self, protocol_factory, cmd, True, stdin, stdout, stderr, bufsize, kwargs)


async def subprocess_exec(self, protocol_factory, program, *args, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, universal_newlines=False, shell=False, bufsize=0, encoding=None,
                          errors=None, text=None, **kwargs):
    """Run a program with arguments; (transport, protocol)."""
    _check_options(universal_newlines, shell, False, bufsize, text, encoding, errors)
    return await _start(self, protocol_factory, (program, *args), False, stdin, stdout, stderr, bufsize, kwargs)
