# SPDX-License-Identifier: MIT
#
# How a new interpreter becomes a process of this package: it is told what the program is and what to do in it, by a
# pipe, and prepares __main__ so that pickled functions of the script are found again (Library Reference,
# multiprocessing, "The spawn and forkserver start methods").
import os
import sys
from multiprocessing import process, reduction
from types import ModuleType

__all__ = [
    "_main", "freeze_support", "set_executable", "get_executable", "get_preparation_data", "get_command_line",
    "import_main_path",
]

_executable = sys.executable

_UNPREPARED = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        """


def set_executable(executable):
    """Set the program that processes run."""
    global _executable
    _executable = executable if executable is None else os.fsdecode(executable)


def get_executable():
    """Return the program that processes run."""
    return _executable


def is_forking(argv):
    """Return whether these are the arguments of a process of this package."""
    return len(argv) >= 2 and argv[1] == "--multiprocessing-fork"


def freeze_support():
    """Nothing: programs for Ouro are not frozen."""


def get_command_line(**arguments):
    """Return the command that starts a process with these arguments of spawn_main(); RuntimeError without a program,
    as in one that embeds Ouro."""
    from subprocess import _args_from_interpreter_flags

    if not _executable:
        raise RuntimeError("no program is known that could run a process: multiprocessing.set_executable() names it")
    given = ", ".join(f"{name}={value!r}" for name, value in arguments.items())
    return [
        _executable, *_args_from_interpreter_flags(), "-c",
        f"from multiprocessing.spawn import spawn_main; spawn_main({given})", "--multiprocessing-fork",
    ]


# --- In the process that starts ---


def get_preparation_data(name):
    """Return what a new process needs before it can unpickle its Process object."""
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError(_UNPREPARED)
    data = {
        "name": name,
        "sys_path": [process.ORIGINAL_DIR if entry == "" and process.ORIGINAL_DIR else entry for entry in sys.path],
        "sys_argv": sys.argv,
        "orig_dir": process.ORIGINAL_DIR,
        "dir": os.getcwd(),
        "parent": (os.getpid(), process.current_process().name),
    }
    util = sys.modules.get("multiprocessing.util")
    if util is not None and util._logger is not None:
        data["log_level"] = util._logger.getEffectiveLevel()
        data["log_to_stderr"] = util._log_to_stderr
    main = sys.modules.get("__main__")
    name = getattr(getattr(main, "__spec__", None), "name", None)
    path = getattr(main, "__file__", None)
    if name is not None:
        data["init_main_from_name"] = name
    elif path is not None:
        if process.ORIGINAL_DIR is not None:
            path = os.path.join(process.ORIGINAL_DIR, path)
        data["init_main_from_path"] = os.path.normpath(path)
    return data


# --- In the new process ---


def spawn_main(pipe_handle):
    """Be a process of this package; ends the program."""
    sys.exit(_main(pipe_handle))


def _main(fd):
    """Do what the pipe says; return the exit status."""
    os.set_inheritable(fd, False)
    this = process.current_process()
    with open(fd, "rb") as pipe:
        this._inheriting = True
        try:
            data = reduction.pickle.load(pipe)
            parent = _parent_of(*data["parent"])
            prepare(data)
            self = reduction.pickle.load(pipe)
        except EOFError:
            return 1  # whoever started this has ended
        finally:
            del this._inheriting
    return self._bootstrap(parent)


def _parent_of(pid, name):
    sentinel = os.pidfd_open(pid)
    if os.getppid() != pid:
        raise EOFError  # that is another process by now
    return process._ParentProcess(name, pid, sentinel)


def prepare(data):
    """Make this process like the one that has sent `data`."""
    if "name" in data:
        process.current_process().name = data["name"]
    if "log_level" in data:
        from multiprocessing import util

        util.get_logger().setLevel(data["log_level"])
        if data.get("log_to_stderr"):
            util.log_to_stderr()
    if "sys_path" in data:
        sys.path[:] = data["sys_path"]
    if "sys_argv" in data:
        sys.argv[:] = data["sys_argv"]
    if "dir" in data:
        os.chdir(data["dir"])
    if "orig_dir" in data:
        process.ORIGINAL_DIR = data["orig_dir"]
    if "init_main_from_name" in data:
        _run_main_module(data["init_main_from_name"])
    elif "init_main_from_path" in data:
        _run_main_file(data["init_main_from_path"])


def import_main_path(main_path):
    """Run the main module's file as __mp_main__."""
    _run_main_file(main_path)


def _run_main_module(name):
    """Run what was started by -m."""
    from importlib.util import find_spec

    main = sys.modules["__main__"]
    if name == "__main__" or name.endswith(".__main__") or getattr(main.__spec__, "name", None) == name:
        return  # a package's __main__ has no guard by its nature
    spec = find_spec(name)
    _run_main(spec.loader.get_code(name), spec.origin, spec, spec.parent)


def _run_main_file(path):
    from importlib.machinery import SourceFileLoader

    name = os.path.splitext(os.path.basename(path))[0]
    if name == "__main__" or getattr(sys.modules["__main__"], "__file__", None) == path:
        return
    with open(path, "rb") as file:
        source = file.read()
    _run_main(_compile(source, path), path, None, "", SourceFileLoader("__mp_main__", path))


_ALLOW_TOP_LEVEL_AWAIT = 0x2000  # of module ast


def _compile(source, path):
    return compile(source, path, "exec", flags=_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)


def _run_main(code, path, spec, package, loader=None):
    """Run the program's main module under another name, so that only its definitions are made."""
    main = ModuleType("__mp_main__")
    main.__dict__.update(__file__=path, __spec__=spec, __package__=package, __loader__=loader or spec.loader)
    sys.modules["__main__"] = sys.modules["__mp_main__"] = main
    awaitable = eval(code, main.__dict__)
    if awaitable is not None:  # the main module awaits
        import asyncio

        async def wait():
            await awaitable

        asyncio.run(wait())
