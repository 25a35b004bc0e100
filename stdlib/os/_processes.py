# SPDX-License-Identifier: MIT
#
# The part of os that starts programs and waits for them (Library Reference, os, "Process Management").
import _posix_identity
import _posix_processes
import sys
from _posix_processes import kill, waitpid
from _system import environ, fsencode, fspath
from _types import mark_final_native

__name__ = "os"

P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1

# --- fork ---

_before_fork, _after_in_child, _after_in_parent = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Have functions called around each fork."""
    given = {"before": before, "after_in_child": after_in_child, "after_in_parent": after_in_parent}
    if all(function is None for function in given.values()):
        raise TypeError("At least one argument is required.")
    for name, function in given.items():
        if function is not None and not callable(function):
            raise TypeError(f"'{name}' must be callable, not {type(function).__name__}")
    for function, functions in (before, _before_fork), (after_in_child, _after_in_child), (
        after_in_parent, _after_in_parent,
    ):
        if function is not None:
            functions.append(function)


def _call_all(functions):
    for function in functions:
        try:
            function()
        except BaseException as error:
            _report(error, function)


def _report(error, function):
    import types

    sys.unraisablehook(types.SimpleNamespace(
        exc_type=type(error), exc_value=error, exc_traceback=error.__traceback__, err_msg=None, object=function,
    ))


def _forked(fork):
    """What fork() returns, with the functions around it called."""
    _call_all(reversed(_before_fork))
    child = None
    try:
        child = fork()
    finally:
        if child == 0:
            if "threading" in sys.modules:
                sys.modules["threading"]._after_fork()
            _call_all(_after_in_child)
        else:
            _call_all(_after_in_parent)
    return child


def fork():
    """Make a copy of this process; return 0 there and the copy's number here."""
    return _forked(_posix_processes.fork)


def forkpty():
    """The same, with a new pseudo-terminal for the copy; return (number, descriptor of the terminal)."""
    from os import close, login_tty, openpty

    parent, child = openpty()
    number = fork()
    if number == 0:
        close(parent)
        login_tty(child)
        return 0, -1
    close(child)
    return number, parent


# --- exec and spawn ---


def _encode_all(args):
    return [fsencode(arg) for arg in args]


def _encode_environment(env):
    if not hasattr(env, "keys"):
        raise TypeError(f"{'execve'}: environment must be a mapping object")
    entries = []
    for key, value in zip(env.keys(), env.values()):
        key, value = fsencode(key), fsencode(value)
        if not key or b"=" in key:
            raise ValueError("illegal environment variable name")
        entries.append(key + b"=" + value)
    return entries


def _check_arguments(argv, function, place):
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{function}{place}must be a tuple or list")
    if not argv:
        raise ValueError(f"{function}{place}must not be empty")
    encoded = _encode_all(argv)
    if not encoded[0]:
        raise ValueError(f"{function}{place}first element cannot be empty")
    return encoded


def execv(path, argv, /):
    """Become the program at a path."""
    encoded = _check_arguments(argv, "execv", "() arg 2 ")
    _posix_processes.execute(fsencode(path), encoded, None)


def execve(path, argv, env):
    """Become the program at a path, with an environment."""
    encoded = _check_arguments(argv, "execve", ": argv ")
    variables = _encode_environment(env)
    _posix_processes.execute(path if isinstance(path, int) else fsencode(path), encoded, variables)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    env = environ if env is None else env
    found = env.get("PATH")
    if b"PATH" in env if not isinstance(env, type(environ)) else False:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = env[b"PATH"]
    if isinstance(found, bytes):
        found = found.decode("utf-8", "surrogateescape")
    return ("/bin:/usr/bin" if found is None else found).split(":")


def execvp(file, args):
    """Become a program that is looked for in PATH."""
    _search_and_execute(file, lambda path: execv(path, args), environ)


def execvpe(file, args, env):
    """Become a program that is looked for in PATH, with an environment."""
    _search_and_execute(file, lambda path: execve(path, args, env), env)


def _search_and_execute(file, execute, env):
    file = fspath(file)
    if "/" in file if isinstance(file, str) else b"/" in file:
        return execute(file)
    first_error = last_error = None
    for folder in get_exec_path(env):
        folder = folder if isinstance(file, str) else fsencode(folder)
        try:
            execute(folder + ("/" if isinstance(file, str) else b"/") + file)
        except (FileNotFoundError, NotADirectoryError) as error:
            last_error = error
        except OSError as error:
            last_error = error
            first_error = first_error or error
    raise first_error or last_error


def execl(file, *args):
    """Become a program: execl(path, name, argument, ...)."""
    execv(file, args)


def execle(file, *args):
    """The same, with an environment as the last argument."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def _spawn(mode, file, args, execute):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    child = fork()
    if child == 0:
        from os import _exit

        try:
            execute(file, args)
        finally:
            _exit(127)
    if mode == P_NOWAIT:
        return child
    while True:
        _, status = waitpid(child, 0)
        if not _posix_processes.WIFSTOPPED(status):
            return _posix_processes.waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Run a program; return its exit code, or its number with P_NOWAIT."""
    return _spawn(mode, file, args, execv)


def spawnve(mode, file, args, env):
    return _spawn(mode, file, args, lambda file, args: execve(file, args, env))


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, execvp)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, file, args, lambda file, args: execvpe(file, args, env))


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


def _posix_spawn(name, path, argv, env, searches, file_actions, options):
    if not isinstance(argv, (tuple, list)):
        raise TypeError(f"{name}: argv must be a tuple or list")
    if not argv:
        raise ValueError(f"{name}: argv must not be empty")
    encoded = _encode_all(argv)
    if not encoded[0]:
        raise ValueError(f"{name}: argv first element cannot be empty")
    if env is not None and not hasattr(env, "keys"):
        raise TypeError(f"{name}: environment must be a mapping object or None")
    variables = None if env is None else _encode_environment(env)
    scheduler = options.get("scheduler")
    if scheduler is not None:
        if not isinstance(scheduler, tuple) or len(scheduler) != 2:
            raise TypeError("A scheduler tuple must have two elements")
        scheduler = scheduler[0], scheduler[1].sched_priority
    actions = [_with_bytes(action) for action in file_actions]
    return _posix_processes.spawn(
        fsencode(path), encoded, variables, actions, searches, options.get("setpgroup"), options.get("resetids", False),
        options.get("setsid", False), options.get("setsigmask"), options.get("setsigdef"), scheduler,
    )


def _with_bytes(action):
    """A file action, with the path of one that opens as bytes."""
    if isinstance(action, tuple) and len(action) == 5 and action[0] == _posix_processes.POSIX_SPAWN_OPEN:
        return (*action[:2], fsencode(action[2]), *action[3:])
    return action


def posix_spawn(
    path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=None,
    setsigdef=None, scheduler=None,
):
    """Start a program; return its number."""
    options = {
        "setpgroup": setpgroup, "resetids": resetids, "setsid": setsid, "setsigmask": setsigmask,
        "setsigdef": setsigdef, "scheduler": scheduler,
    }
    return _posix_spawn("posix_spawn", path, argv, env, False, file_actions or (), options)


def posix_spawnp(
    path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=None,
    setsigdef=None, scheduler=None,
):
    """Start a program that is looked for in PATH; return its number."""
    options = {
        "setpgroup": setpgroup, "resetids": resetids, "setsid": setsid, "setsigmask": setsigmask,
        "setsigdef": setsigdef, "scheduler": scheduler,
    }
    return _posix_spawn("posix_spawnp", path, argv, env, True, file_actions or (), options)


def system(command):
    """Run a command in the shell; return its status."""
    return _posix_processes.system(fsencode(command))


def popen(cmd, mode="r", buffering=-1):
    """Run a command in the shell; return a file that reads its output ("r") or writes its input ("w")."""
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess

    ends = {"stdout": subprocess.PIPE} if mode == "r" else {"stdin": subprocess.PIPE}
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **ends)
    return _CommandFile(process.stdout if mode == "r" else process.stdin, process)


class _CommandFile:
    """The file of popen(): closing it waits for the command."""

    __name__ = property(lambda self: self._stream.name)

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        """Close the file; return the command's status, None for success."""
        self._stream.close()
        code = self._process.wait()
        return None if code == 0 else code << 8 if code > 0 else code

    def __iter__(self):
        return iter(self._stream)

    def __getattr__(self, name):  # all else is the stream's
        return getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


# --- Waiting ---


@mark_final_native
class waitid_result(tuple):
    """What waitid() tells of a child."""

    __module__ = "posix"
    n_sequence_fields, n_fields, n_unnamed_fields = 5, 5, 0
    si_pid = property(lambda self: self[0])
    si_uid = property(lambda self: self[1])
    si_signo = property(lambda self: self[2])
    si_status = property(lambda self: self[3])
    si_code = property(lambda self: self[4])

    def __repr__(self):
        names = "si_pid", "si_uid", "si_signo", "si_status", "si_code"
        return f"posix.waitid_result({', '.join(f'{name}={value!r}' for name, value in zip(names, self))})"


def wait():
    """Wait for any child; return its number and status."""
    return waitpid(-1, 0)


def _with_usage(result):
    import resource

    child, status, usage = result
    return child, status, resource.struct_rusage(usage)


def wait3(options):
    """Wait for any child; return its number, its status and what it has used."""
    return _with_usage(_posix_processes.wait4(-1, options))


def wait4(pid, options):
    """Wait for a child; return its number, its status and what it has used."""
    return _with_usage(_posix_processes.wait4(pid, options))


def waitid(idtype, id, options, /):
    """Wait for a change of a child; None when there was none and WNOHANG was given."""
    found = _posix_processes.waitid(idtype, id, options)
    return None if found is None else waitid_result(found)


# --- The scheduler ---


@mark_final_native
class sched_param(tuple):
    """The parameters of a scheduling policy."""

    __module__ = "posix"
    sched_priority = property(lambda self: self[0])

    def __new__(cls, sched_priority):
        return super().__new__(cls, (sched_priority,))

    def __repr__(self):
        return f"posix.sched_param(sched_priority={self[0]!r})"

    def __reduce__(self):
        return sched_param, tuple(self)


def sched_getparam(pid, /):
    """The scheduling parameters of a process."""
    return sched_param(_posix_identity.sched_getparam(pid))


def _priority(param):
    if not isinstance(param, sched_param):
        raise TypeError("must have a sched_param object")
    return param.sched_priority


def sched_setparam(pid, param, /):
    """Set the scheduling parameters of a process."""
    _posix_identity.sched_setparam(pid, _priority(param))


def sched_setscheduler(pid, policy, param, /):
    """Set the scheduling policy of a process."""
    _posix_identity.sched_setscheduler(pid, policy, _priority(param))
