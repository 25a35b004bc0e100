# SPDX-License-Identifier: MIT
#
# subprocess: running other programs (Library Reference, subprocess). _posixsubprocess starts them; what is here is the
# choice of descriptors, the exchange of input and output, and waiting.
import _posixsubprocess
import builtins
import errno
import io
import os
import signal
import sys
import threading
import time
import types
import warnings

__all__ = [
    "Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
    "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess",
]

PIPE, STDOUT, DEVNULL = -1, -2, -3
_LONGEST_WAIT = 0.05


# --- Errors and results ---


class SubprocessError(Exception):
    """What the errors of this module have in common."""


class CalledProcessError(SubprocessError):
    """A program has ended with an exit code other than 0, and the caller asked for an error then."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode, self.cmd, self.output, self.stderr = returncode, cmd, output, stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."
        try:
            return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
        except ValueError:
            return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."

    @property
    def stdout(self):
        """The same as output."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program has not ended in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd, self.timeout, self.output, self.stderr = cmd, timeout, output, stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        """The same as output."""
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run() returns: a program that has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args, self.returncode, self.stdout, self.stderr = args, returncode, stdout, stderr

    def __repr__(self):
        parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
        parts += [f"{name}={value!r}" for name in ("stdout", "stderr") if (value := getattr(self, name)) is not None]
        return f"{type(self).__name__}({', '.join(parts)})"

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        """Raise CalledProcessError unless the exit code is 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# --- Children that nobody waits for any more ---

_active = []  # their Popen objects: they are reaped when the next one starts


def _cleanup():
    for process in list(_active):
        if process._internal_poll(_deadstate=sys.maxsize) is not None:
            try:
                _active.remove(process)
            except ValueError:
                pass  # another thread was here, too


def _text_encoding():
    return "utf-8"


def _optim_args_from_interpreter_flags():
    """The options -O of this interpreter."""
    return ["-" + "O" * sys.flags.optimize] if sys.flags.optimize else []


def _args_from_interpreter_flags():
    """The options that make another interpreter behave as this one."""
    letters = {
        "dont_write_bytecode": "B", "no_site": "S", "verbose": "v", "bytes_warning": "b", "quiet": "q",
    }
    args = _optim_args_from_interpreter_flags()
    args += ["-" + letter * value for name, letter in letters.items() if (value := getattr(sys.flags, name, 0)) > 0]
    if sys.flags.isolated:
        args.append("-I")
    elif sys.flags.ignore_environment:
        args.append("-E")
    args += ["-W" + option for option in sys.warnoptions]
    for name, value in sys._xoptions.items():
        args += ["-X", name if value is True else f"{name}={value}"]
    return args


# --- Popen ---


def _remaining(end):
    return None if end is None else end - time.monotonic()


class Popen:
    """A program that runs as a child of this process."""

    _child_created = False

    def __init__(
        self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
        shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0,
        restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None,
        encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None,
    ):
        _cleanup()
        self._waitpid_lock = threading.Lock()
        self._input, self._communication_started = None, False
        self._closed_child_pipe_fds = False
        bufsize = -1 if bufsize is None else bufsize
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        pipesize = -1 if pipesize is None else pipesize
        if not isinstance(pipesize, int):
            raise TypeError("pipesize must be an integer")
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
            close_fds = True
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        self.args, self.pid, self.returncode = args, None, None
        self.stdin = self.stdout = self.stderr = None
        self.encoding, self.errors, self.pipesize = encoding, errors, pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError(
                "Cannot disambiguate when both text and universal_newlines are supplied but different. Pass one or the "
                "other."
            )
        self.text_mode = encoding or errors or text or universal_newlines
        if self.text_mode and encoding is None:
            self.encoding = encoding = _text_encoding()
        self._sigint_wait_secs = 0.25
        process_group = -1 if process_group is None else process_group
        if not isinstance(process_group, int):
            raise TypeError(f"'{type(process_group).__name__}' object cannot be interpreted as an integer")
        gid, uid = self._group_number(group), self._user_number(user)
        gids = None if extra_groups is None else self._group_numbers(extra_groups)
        descriptors = self._make_descriptors(stdin, stdout, stderr)
        try:
            self._make_files(descriptors, bufsize)
            self._execute_child(
                args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, descriptors, restore_signals, gid,
                gids, uid, umask, start_new_session, process_group,
            )
        except BaseException:
            self._abandon(descriptors)
            raise

    # --- What it is started with ---

    @staticmethod
    def _number(value, name, find):
        if value is None:
            return None
        if isinstance(value, str):
            return find(value)
        if not isinstance(value, int):
            shown = f", not {type(value)}" if name == "Group" else ""
            raise TypeError(f"{name} must be a string or an integer{shown}")
        if value < 0:
            raise ValueError(f"{name} ID cannot be negative, got {value}")
        return value

    def _group_number(self, group):
        def find(name):
            import grp

            return grp.getgrnam(name).gr_gid

        return self._number(group, "Group", find)

    def _user_number(self, user):
        def find(name):
            import pwd

            return pwd.getpwnam(name).pw_uid

        return self._number(user, "User", find)

    def _group_numbers(self, groups):
        if isinstance(groups, str):
            raise ValueError("Groups must be a list, not a string")
        numbers = []
        for group in groups:
            if not isinstance(group, (str, int)):
                raise TypeError("Items in extra_groups must be a string or integer")
            numbers.append(self._group_number(group))
        return numbers

    def _pipe(self):
        ends = os.pipe()
        if self.pipesize > 0:
            import fcntl

            fcntl.fcntl(ends[1], fcntl.F_SETPIPE_SZ, self.pipesize)
        return ends

    def _make_descriptors(self, stdin, stdout, stderr):
        """The ends of the child and of this process, [in, out, err] each; -1: none."""
        made = _Descriptors()
        try:
            for at, (given, name) in enumerate(((stdin, "stdin"), (stdout, "stdout"), (stderr, "stderr"))):
                if given is None:
                    continue
                if given == PIPE:
                    read, write = self._pipe()
                    made.child[at], made.parent[at] = (read, write) if at == 0 else (write, read)
                    made.close_later.append(made.child[at])
                elif given == STDOUT and at == 2:
                    made.child[at] = made.child[1] if made.child[1] != -1 else sys.__stdout__.fileno()
                elif given == STDOUT:
                    raise ValueError("STDOUT can only be used for stderr")
                elif given == DEVNULL:
                    made.child[at] = made.null()
                elif isinstance(given, int):
                    made.child[at] = given
                else:
                    made.child[at] = given.fileno()
        except BaseException:
            made.close()
            raise
        return made

    def _make_files(self, descriptors, bufsize):
        line_buffering = False
        if self.text_mode and bufsize == 1:
            line_buffering, bufsize = True, -1
        elif bufsize == 1:
            warnings.warn(
                "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                RuntimeWarning, stacklevel=3,
            )
        for at, (name, mode) in enumerate((("stdin", "wb"), ("stdout", "rb"), ("stderr", "rb"))):
            if descriptors.parent[at] == -1:
                continue
            file = io.open(descriptors.parent[at], mode, bufsize)
            descriptors.parent[at] = -1 - descriptors.parent[at] - 1  # the file's now
            if self.text_mode:
                options = {"write_through": True, "line_buffering": line_buffering} if at == 0 else {}
                file = io.TextIOWrapper(file, encoding=self.encoding, errors=self.errors, **options)
            setattr(self, name, file)

    def _abandon(self, descriptors):
        for file in filter(None, (self.stdin, self.stdout, self.stderr)):
            try:
                file.close()
            except OSError:
                pass
        descriptors.close()

    # --- Starting ---

    @staticmethod
    def _argument_list(args, shell, executable):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        return args, executable

    @staticmethod
    def _environment(env):
        if env is None:
            return None
        entries = []
        for key, value in env.items():
            key = os.fsencode(key)
            if b"=" in key:
                raise ValueError("illegal environment variable name")
            entries.append(key + b"=" + os.fsencode(value))
        return entries

    @staticmethod
    def _programs(executable, env):
        executable = os.fsencode(executable)
        if os.path.dirname(executable):
            return [executable]
        return [os.path.join(os.fsencode(folder), executable) for folder in os.get_exec_path(env)]

    def _execute_child(
        self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, shell, descriptors, restore_signals, gid,
        gids, uid, umask, start_new_session, process_group,
    ):
        args, executable = self._argument_list(args, shell, executable)
        sys.audit("subprocess.Popen", executable, args, cwd, env) if hasattr(sys, "audit") else None
        encoded, programs = [os.fsencode(arg) for arg in args], self._programs(executable, env)
        folder = None if cwd is None else os.fsencode(cwd)
        variables = self._environment(env)
        read, write = _report_pipe()
        try:
            try:
                self.pid = self._fork_exec(
                    encoded, programs, close_fds, tuple(sorted(map(int, pass_fds))), folder, variables,
                    descriptors.all() + (read, write), restore_signals, start_new_session, process_group, gid, gids,
                    uid, umask, preexec_fn,
                )
                self._child_created = True
            finally:
                os.close(write)
            descriptors.close_children()
            self._closed_child_pipe_fds = True
            report = bytearray()
            while part := os.read(read, 50000):
                report += part
        finally:
            os.close(read)
        if report:
            self._raise_report(report, executable, cwd)

    @staticmethod
    def _fork_exec(*arguments):
        if arguments[-1] is None:
            return _posixsubprocess.fork_exec(*arguments)
        return os._forked(lambda: _posixsubprocess.fork_exec(*arguments))

    def _raise_report(self, report, executable, cwd):
        try:
            number, status = os.waitpid(self.pid, 0)
            self._handle_exitstatus(status) if number == self.pid else None
        except ChildProcessError:
            self.returncode = sys.maxsize
        kind, code, where = bytes(report).split(b":", 2)
        kind, where = kind.decode(), where.decode("utf-8", "surrogateescape")
        if kind != "OSError":
            raise SubprocessError(where)
        code = int(code, 16)
        filename = executable
        if where == "noexec:chdir":
            filename = cwd
        elif where == "noexec":
            filename = None
        text = os.strerror(code) if code else where
        raise OSError(code, text, filename) if filename is not None else OSError(code, text)

    # --- Waiting ---

    def _handle_exitstatus(self, status):
        self.returncode = -os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status)

    def _internal_poll(self, _deadstate=None):
        """The exit code if the child has ended, else None. What is no child any more has `_deadstate`."""
        if self.returncode is None and self._waitpid_lock.acquire(False):
            try:
                if self.returncode is None:
                    number, status = os.waitpid(self.pid, os.WNOHANG)
                    if number == self.pid:
                        self._handle_exitstatus(status)
            except ChildProcessError:
                self.returncode = 0 if _deadstate is None else _deadstate
            except OSError:
                if _deadstate is not None:
                    self.returncode = _deadstate
            finally:
                self._waitpid_lock.release()
        return self.returncode

    def poll(self):
        """Return the exit code if the program has ended, else None."""
        return self._internal_poll()

    def wait(self, timeout=None):
        """Wait for the end of the program; return its exit code."""
        end = None if timeout is None else time.monotonic() + timeout
        try:
            return self._wait(timeout, end)
        except KeyboardInterrupt:
            self._give_time_after_interrupt(timeout, end)
            raise

    def _give_time_after_interrupt(self, timeout, end):
        """Ctrl-C has reached the child, too, which may need a moment to end by it."""
        moment = self._sigint_wait_secs if timeout is None else min(self._sigint_wait_secs, _remaining(end))
        self._sigint_wait_secs = 0
        try:
            self._wait(moment, time.monotonic() + moment)
        except TimeoutExpired:
            pass

    def _wait(self, timeout, end):
        delay = 0.0005
        while self.returncode is None:
            if end is None:
                with self._waitpid_lock:
                    if self.returncode is None:
                        self._reap()
                continue
            if self._internal_poll(0) is not None:
                break
            left = _remaining(end)
            if left <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, left, _LONGEST_WAIT)
            time.sleep(delay)
        return self.returncode

    def _reap(self):
        try:
            number, status = os.waitpid(self.pid, 0)
        except ChildProcessError:
            number, status = self.pid, 0  # somebody else has waited for it
        if number == self.pid:
            self._handle_exitstatus(status)

    # --- Exchanging data ---

    def communicate(self, input=None, timeout=None):
        """Send input, read all output and wait for the end; return (stdout, stderr)."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")
        pipes = [file for file in (self.stdin, self.stdout, self.stderr) if file]
        if timeout is None and not self._communication_started and len(pipes) <= 1:
            return self._communicate_alone(input)
        end = None if timeout is None else time.monotonic() + timeout
        try:
            self._exchange(input, end, timeout)
            self._wait(timeout, end)
        except KeyboardInterrupt:
            self._give_time_after_interrupt(timeout, end)
            raise
        finally:
            self._communication_started = True
        return self._collected(self.stdout, "_output"), self._collected(self.stderr, "_errors")

    def _communicate_alone(self, input):
        stdout = stderr = None
        if self.stdin:
            self._stdin_write(input)
        elif self.stdout:
            stdout = self.stdout.read()
            self.stdout.close()
        elif self.stderr:
            stderr = self.stderr.read()
            self.stderr.close()
        self.wait()
        return stdout, stderr

    def _stdin_write(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _begin_exchange(self, input):
        if self.stdin:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
            if not input:
                self._close_quietly(self.stdin)
            elif self.text_mode and isinstance(input, str):
                input = input.replace("\n", os.linesep).encode(self.stdin.encoding, self.stdin.errors or "strict")
        self._input = memoryview(input).cast("B") if input else None
        self._sent = 0
        self._output, self._errors = [], []

    @staticmethod
    def _close_quietly(file):
        try:
            file.close()
        except BrokenPipeError:
            pass

    def _exchange(self, input, end, timeout):
        if not self._communication_started:
            self._begin_exchange(input)
        files = {}
        if self.stdin and not self.stdin.closed and self._input is not None:
            files[self.stdin.fileno()] = self.stdin, None
        for file, parts in (self.stdout, self._output), (self.stderr, self._errors):
            if file and not file.closed:
                files[file.fileno()] = file, parts
        self._communication_started = True
        while files:
            left = _remaining(end)
            if left is not None and left <= 0:
                self._raise_timeout(timeout)
            for fd in _ready([fd for fd in files if files[fd][1] is not None],
                             [fd for fd in files if files[fd][1] is None], left):
                file, parts = files[fd]
                if not (self._send_part(fd) if parts is None else self._read_part(fd, parts)):
                    self._close_quietly(file)
                    del files[fd]

    def _send_part(self, fd):
        """Whether there is more to send."""
        try:
            self._sent += os.write(fd, self._input[self._sent : self._sent + 512])
        except BrokenPipeError:
            return False
        return self._sent < len(self._input)

    @staticmethod
    def _read_part(fd, parts):
        part = os.read(fd, 32768)
        parts.append(part)
        return bool(part)

    def _raise_timeout(self, timeout):
        output, errors = b"".join(self._output), b"".join(self._errors)
        raise TimeoutExpired(self.args, timeout, output or None, errors or None)

    def _collected(self, file, name):
        if file is None:
            return None
        octets = b"".join(getattr(self, name))
        if not self.text_mode:
            return octets
        text = octets.decode(file.encoding, file.errors or "strict")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    # --- Signals and the end ---

    def send_signal(self, sig):
        """Send a signal, unless the program has ended."""
        self.poll()
        if self.returncode is None:
            try:
                os.kill(self.pid, sig)
            except ProcessLookupError:
                pass  # it has ended since

    def terminate(self):
        """Ask the program to end (SIGTERM)."""
        self.send_signal(signal.SIGTERM)

    def kill(self):
        """End the program (SIGKILL)."""
        self.send_signal(signal.SIGKILL)

    @property
    def universal_newlines(self):
        """The same as text_mode."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __repr__(self):
        shown = repr(list(self.args) if not isinstance(self.args, (str, bytes, os.PathLike)) else self.args)
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {shown}>"
        return text[:76] + "...>" if len(text) > 80 else text

    __class_getitem__ = classmethod(types.GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for file in self.stdout, self.stderr:
            if file:
                file.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type == KeyboardInterrupt:
                self._interrupted_exit()
            else:
                self.wait()

    def _interrupted_exit(self):
        if self._sigint_wait_secs > 0:
            try:
                self._wait(self._sigint_wait_secs, time.monotonic() + self._sigint_wait_secs)
            except TimeoutExpired:
                pass
        self._sigint_wait_secs = 0

    def __del__(self, _maxsize=sys.maxsize, _warn=warnings.warn):
        if not self._child_created:
            return
        if self.returncode is None:
            _warn(f"subprocess {self.pid} is still running", ResourceWarning, source=self)
        self._internal_poll(_deadstate=_maxsize)
        if self.returncode is None and _active is not None:
            _active.append(self)


class _Descriptors:
    """The descriptors of a child that is being started: its ends and those of this process."""

    def __init__(self):
        self.child, self.parent, self.close_later = [-1, -1, -1], [-1, -1, -1], []
        self._null = -1

    def null(self):
        """The descriptor of the null device, opened once."""
        if self._null == -1:
            self._null = os.open(os.devnull, os.O_RDWR)
            self.close_later.append(self._null)
        return self._null

    def all(self):
        """As fork_exec takes them."""
        given = [fd if fd >= -1 else -fd - 2 for fd in self.parent]
        return self.child[0], given[0], given[1], self.child[1], given[2], self.child[2]

    def close_children(self):
        """Close what is the child's alone."""
        for fd in self.close_later:
            os.close(fd)
        self.close_later = []

    def close(self):
        """Close all that no file has taken over."""
        for fd in self.close_later + [fd for fd in self.parent if fd >= 0]:
            try:
                os.close(fd)
            except OSError:
                pass
        self.close_later, self.parent = [], [-1, -1, -1]


def _report_pipe():
    """The pipe through which a child tells why it could not start; its writing end is above the standard streams."""
    read, write = os.pipe()
    low = []
    try:
        while write < 3:
            low.append(write)
            write = os.dup(write)
    finally:
        for fd in low:
            os.close(fd)
    return read, write


def _ready(readable, writable, timeout):
    """Those of the descriptors that are ready, at the latest after `timeout` seconds; None: for ever."""
    return _posixsubprocess.poll(readable, writable, -1 if timeout is None else timeout)


# --- Functions ---


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program and wait for its end; return a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except BaseException:
            process.kill()
            raise
        code = process.poll()
        if check and code:
            raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run a program and wait for its end; return its exit code."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except BaseException:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """The same; CalledProcessError unless the exit code is 0."""
    code = call(*popenargs, **kwargs)
    if code:
        raise CalledProcessError(code, kwargs.get("args") if "args" in kwargs else popenargs[0])
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program and return its output; CalledProcessError unless the exit code is 0."""
    for name in "stdout", "check":
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    if "input" in kwargs and kwargs["input"] is None:
        is_text = any(kwargs.get(name) for name in ("text", "universal_newlines", "encoding", "errors"))
        kwargs["input"] = "" if is_text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command in the shell; return (exit code, what it has written)."""
    try:
        data, code = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors), 0
    except CalledProcessError as error:
        data, code = error.output, error.returncode
    return code, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a command in the shell; return what it has written."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """The text of a command line for Windows that its C library cuts into these arguments."""
    words = []
    for arg in map(os.fsdecode, seq):
        text, slashes = "", 0
        needs_quotes = " " in arg or "\t" in arg or not arg
        for char in arg:
            if char == "\\":
                slashes += 1
            elif char == '"':
                text += "\\" * (2 * slashes + 1) + char
                slashes = 0
            else:
                text += "\\" * slashes + char
                slashes = 0
        text += "\\" * (slashes * (2 if needs_quotes else 1))
        words.append(f'"{text}"' if needs_quotes else text)
    return " ".join(words)
