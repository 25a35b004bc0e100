# SPDX-License-Identifier: MIT
#
# A process as the system sees it: started as a new interpreter that reads from a pipe what it is to do (spawn.py), and
# waited for by a descriptor of the process itself, which tells of its end whoever else holds its pipes.
import os
import signal
import subprocess
import threading
from io import BytesIO
from multiprocessing import context, reduction, spawn, util  # noqa: F401; util waits at the program's end

__all__ = ["Popen"]


class Popen:
    """A process that has been started for a Process object."""

    def __init__(self, process_obj):
        self._inherited = []  # descriptors that the pickled objects name
        self._process = None
        self.sentinel = -1
        self._closing = threading.Lock()
        data = self._pickle(process_obj)
        reading, writing = os.pipe()
        try:
            try:
                self._process = subprocess.Popen(
                    spawn.get_command_line(pipe_handle=reading), pass_fds=[reading, *self._inherited])
            finally:
                os.close(reading)
            self.pid = self._process.pid
            self.sentinel = os.pidfd_open(self.pid)
            self._feed(writing, data)
        finally:
            os.close(writing)

    def _pickle(self, process_obj):
        preparation = spawn.get_preparation_data(process_obj._name)
        buffer = BytesIO()
        context.set_spawning_popen(self)
        try:
            reduction.dump(preparation, buffer)
            reduction.dump(process_obj, buffer)
        finally:
            context.set_spawning_popen(None)
        return buffer.getvalue()

    @staticmethod
    def _feed(writing, data):
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(writing, rest):]
        except BrokenPipeError:
            pass  # it has ended already, as its exit status will tell

    def duplicate_for_child(self, fd):
        """Have the process inherit a descriptor; return its number there."""
        if fd not in self._inherited:
            self._inherited.append(fd)
        return fd

    def poll(self):
        """Return the exit status, None while the process runs."""
        return self._process.poll()

    def wait(self, timeout=None):
        """Return the exit status; None when the process runs longer than that."""
        code = self._process.poll()
        if code is None:
            from multiprocessing.connection import wait

            with self._closing:
                # One of this thread's own, since another may close the sentinel meanwhile.
                sentinel = os.dup(self.sentinel) if self.sentinel >= 0 else None
            if sentinel is not None:
                try:
                    if not wait([sentinel], timeout):
                        return None
                finally:
                    os.close(sentinel)
            code = self._process.wait()
        return code

    def _send_signal(self, number):
        if self._process.poll() is None:
            self._process.send_signal(number)

    def interrupt(self):
        """Send SIGINT."""
        self._send_signal(signal.SIGINT)

    def terminate(self):
        """Send SIGTERM."""
        self._send_signal(signal.SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self._send_signal(signal.SIGKILL)

    def close(self):
        """Close the descriptor; the process has ended, or nobody waits for it."""
        with self._closing:
            sentinel, self.sentinel = self.sentinel, -1
        if sentinel >= 0:
            os.close(sentinel)

    def __del__(self):
        if self._process is not None:
            if self._process.returncode is None and self._process.poll() is None:
                self._process.returncode = 0  # it goes on by itself: no warning
                subprocess._active.append(self._process)
            self.close()
