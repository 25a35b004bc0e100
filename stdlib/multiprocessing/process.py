# SPDX-License-Identifier: MIT
#
# Process objects, and which process this is (Library Reference, multiprocessing, "Process and exceptions"). How a
# process is started says popen_spawn.py.
import itertools
import os
import signal
import sys
import threading

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

try:
    ORIGINAL_DIR = os.getcwd()  # what relative paths in sys.argv and sys.path mean
except OSError:
    ORIGINAL_DIR = None

_children = set()  # started, and not yet seen to have ended


def current_process():
    """Return the Process object of this process."""
    return _current


def parent_process():
    """Return an object for the process that started this one, None in the first."""
    return _parent


def active_children():
    """Return the processes that this one has started and that run; reaps those that have ended."""
    _cleanup()
    return list(_children)


def _cleanup():
    for process in list(_children):
        if process._popen is not None and process._popen.poll() is not None:
            _children.discard(process)


def _require(condition, message):
    if not condition:
        raise AssertionError(message)


class BaseProcess:
    """A function that runs in a process of its own: run() of the object, or its target."""

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        _require(group is None, "group argument must be None for now")
        self._identity = _current._identity + (next(_numbers),)
        self._parent_pid, self._parent_name = os.getpid(), _current.name
        self._config = dict(_current._config)
        self._popen = None
        self._closed = False
        self._target, self._args, self._kwargs = target, tuple(args), dict(kwargs or {})
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does: calls its target."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the process; a Process can be started once, by the process that made it."""
        self._check_closed()
        _require(self._popen is None, "cannot start a process twice")
        _require(self._parent_pid == os.getpid(), "can only start a process object created by current process")
        _require(not _current._config.get("daemon"), "daemonic processes are not allowed to have children")
        _cleanup()
        self._popen = self._Popen(self)
        del self._target, self._args, self._kwargs  # which may refer to the process
        _children.add(self)

    def terminate(self):
        """Send it SIGTERM."""
        self._check_closed()
        self._popen.terminate()

    def kill(self):
        """Send it SIGKILL."""
        self._check_closed()
        self._popen.kill()

    def interrupt(self):
        """Send it SIGINT."""
        self._check_closed()
        self._popen.interrupt()

    def join(self, timeout=None):
        """Wait until the process has ended, or for `timeout` seconds."""
        self._check_closed()
        _require(self._parent_pid == os.getpid(), "can only join a child process")
        _require(self._popen is not None, "can only join a started process")
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        """Return whether the process runs."""
        self._check_closed()
        if self is _current:
            return True
        _require(self._parent_pid == os.getpid(), "can only test a child process")
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Give back what the object holds; ValueError while the process runs."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        """A name for people."""
        return self._name

    @name.setter
    def name(self, name):
        _require(isinstance(name, str), "name must be a string")
        self._name = name

    @property
    def daemon(self):
        """Whether the process is terminated when the one that started it ends."""
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        _require(self._popen is None, "process has already started")
        self._config["daemon"] = daemonic

    @property
    def exitcode(self):
        """The exit status, or minus the signal that ended the process; None while it runs."""
        self._check_closed()
        return self._popen if self._popen is None else self._popen.poll()

    @property
    def ident(self):
        """The number of the process, None before it is started."""
        self._check_closed()
        if self is _current:
            return os.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        """A descriptor that can be read when the process has ended."""
        self._check_closed()
        if self._popen is None:
            raise ValueError("process not started")
        return self._popen.sentinel

    def _state(self):
        """Yield the words of repr() after the name."""
        if self._closed:
            yield from (f"parent={self._parent_pid}", "closed")
        elif self is _current:
            yield from (f"parent={self._parent_pid}", "started")
        elif self._popen is None:
            yield from (f"parent={self._parent_pid}", "initial")
        else:
            code = self._popen.poll()
            yield from (f"pid={self._popen.pid}", f"parent={self._parent_pid}")
            yield "started" if code is None else "stopped"
            if code is not None:
                yield f"exitcode={_exit_name(code)}"
        if self.daemon:
            yield "daemon"

    def __repr__(self):
        return f"<{type(self).__name__} name={self._name!r} {' '.join(self._state())}>"

    # --- In the new process ---

    def _bootstrap(self, parent):
        """Run; return the exit status."""
        global _current, _parent, _numbers
        from multiprocessing import util

        _numbers = itertools.count(1)
        _children.clear()
        _current, _parent = self, parent
        _close_stdin()
        try:
            try:
                self.run()
                return 0
            finally:
                util._exit_function()
        except SystemExit as end:
            return _status_of(end.code)
        except BaseException:
            import traceback

            sys.stderr.write(f"Process {self.name}:\n")
            traceback.print_exc()
            return 1
        finally:
            threading._shutdown()
            util._flush_std_streams()


def _close_stdin():
    """What is typed is for the first process."""
    if sys.stdin is not None:
        sys.stdin.close()
        sys.stdin = open(os.devnull)


def _status_of(code):
    """What sys.exit(code) means."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    sys.stderr.write(f"{code}\n")
    return 1


def _exit_name(code):
    """The exit status for people: that of a signal by its name."""
    if code < 0:
        try:
            return f"-{signal.Signals(-code).name}"
        except ValueError:
            pass
    return code


class _ParentProcess(BaseProcess):
    """The process that has started this one: it can be waited for, by a descriptor of the system, and no more."""

    def __init__(self, name, pid, sentinel):
        self._identity, self._config = (), {}
        self._name, self._pid, self._sentinel = name, pid, sentinel
        self._parent_pid = self._popen = None
        self._closed = False

    def is_alive(self):
        """Return whether the process runs."""
        from multiprocessing.connection import wait

        return not wait([self._sentinel], timeout=0)

    def join(self, timeout=None):
        """Wait until the process has ended, or for `timeout` seconds."""
        from multiprocessing.connection import wait

        wait([self._sentinel], timeout=timeout)

    @property
    def ident(self):
        """The number of the process."""
        return self._pid

    pid = ident


class _MainProcess(BaseProcess):
    """The process that nobody has started by this package."""

    def __init__(self):
        self._identity, self._config = (), {}
        self._name = "MainProcess"
        self._parent_pid = self._popen = None
        self._closed = False

    def close(self):
        pass


_numbers = itertools.count(1)
_parent = None
_current = _MainProcess()
