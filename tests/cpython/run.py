# SPDX-License-Identifier: MIT
#
# Runs test modules of an installed CPython by that CPython and by Ouro, and prints a table of how many of its tests
# each passes:
#
#     python3 tests/cpython/run.py --python PYTHON --ouro build/release/ouro [test.test_asyncio.test_streams ...]
#
# Nothing of CPython stands here: what Ouro needs of the installed library (unittest, the tests) is copied to a
# temporary folder, and support/ is our own stand-in for its package test.support. Each module runs in its own process;
# a test that says nothing for --silence seconds, or that kills the process, counts as failed, and the rest is run by a
# new one.
import argparse
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

HERE = Path(__file__).parent
ASYNCIO = """
    buffered_proto context eager_task_factory futures futures2 locks pep492 protocols queues runners server
    sock_lowlevel staggered streams subprocess taskgroups tasks threads timeouts transports waitfor
"""
MODULES = [f"test.test_asyncio.test_{name}" for name in ASYNCIO.split()] + [
    "test.test_queue", "test.test_threading", "test.test_concurrent_futures.test_thread_pool",
]
ADAPTED = [("unittest/mock.py", "1j", "1.0")]  # in the copy, for Ouro: it has no complex numbers
NOT_COPIED = {"test", "idlelib", "tkinter", "turtledemo", "lib2to3", "ensurepip", "site-packages", "__pycache__"}


class Outcome:
    """What became of the tests of a module: name -> "pass", "fail", "skip" or another word for a failure."""

    def __init__(self):
        self.tests = {}
        self.error = None  # why it could not be loaded

    def count(self, word):
        return list(self.tests.values()).count(word)


def arguments():
    parser = argparse.ArgumentParser(description="Run CPython's own tests by CPython and by Ouro.")
    parser.add_argument("--python", required=True, help="an installed CPython, with its test package")
    parser.add_argument("--ouro", required=True)
    parser.add_argument("--silence", type=float, default=30, help="seconds that a test may take")
    parser.add_argument("--output", type=Path, help="folder for what the processes print")
    parser.add_argument("--match", default="", help="only tests whose name contains this")
    parser.add_argument("modules", nargs="*", default=MODULES)
    return parser.parse_args()


# --- The library that Ouro runs -----------------------------------------------------------------------------------


def ask(command, code, cwd):
    done = subprocess.run([*command, "-c", code], capture_output=True, text=True, timeout=60, check=True, cwd=cwd,
                          env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    return done.stdout.split()


def missing_modules(ouro, names, cwd):
    """Those of the names that Ouro has no module for."""
    code = "import importlib.util\nfor name in %r:\n if importlib.util.find_spec(name) is None: print(name)" % (names,)
    return ask([ouro], code, cwd)


def make_library(python, ouro, folder):
    """Fill the folder with the modules that Ouro lacks, and with the tests."""
    [found] = ask([python], "import os; print(os.path.dirname(os.__file__))", folder)
    source = Path(found)
    entries = {path.stem: path for path in source.iterdir()
               if path.name not in NOT_COPIED and (path.is_dir() or path.suffix == ".py")}
    for name in missing_modules(ouro, sorted(name for name in entries if name.isidentifier()), folder):
        copy(entries[name], folder)
    for name, before, after in ADAPTED:
        path = folder / name
        path.write_text(path.read_text().replace(before, after))
    tests = folder / "test"
    tests.mkdir()
    for path in (source / "test").iterdir():
        is_wanted = path.name.startswith(("test_", "lock_tests", "__init__", "certdata"))
        if is_wanted and (path.is_file() or path.name in FOLDERS):
            copy(path, tests)
    shutil.copytree(HERE / "support", tests / "support")


FOLDERS = {"test_asyncio", "test_concurrent_futures", "certdata"}  # of tests, that are copied


def moves_time(library, module):
    """Whether a module has loops whose time it moves by hand."""
    return "new_test_loop" in (library / (module.replace(".", "/") + ".py")).read_text()


def copy(path, folder):
    if path.is_dir():
        shutil.copytree(path, folder / path.name, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(path, folder)


# --- Running ------------------------------------------------------------------------------------------------------


def lines_of(process, silence):
    """What the process prints; it ends early when nothing comes for so long."""
    lines = queue.SimpleQueue()

    def read():
        for line in process.stdout:
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    try:
        while (line := lines.get(timeout=silence)) is not None:
            yield line
    except queue.Empty:
        yield "silence\n"


def end(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def run_once(command, outcome, options, log):
    """Run the tests that were not run yet; False when the process ended in the midst of one."""
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile("w+", suffix=".txt") as done:
        done.write("\n".join(outcome.tests))
        done.flush()
        process = subprocess.Popen([*command, done.name, options.match], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=log, cwd=folder, text=True, errors="replace",
                                   start_new_session=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        running, is_over = None, False
        for line in lines_of(process, options.silence):
            word, _, name = line.strip().partition(" ")
            if word == "@start":
                running = name
            elif word == "silence":
                break
            elif word == "@over":
                is_over = True
                break
            elif word == "@unloadable":
                outcome.error = name
            elif word.startswith("@"):
                outcome.tests[name] = word[1:]
                running = None
        if running is not None:
            outcome.tests[running] = "hang" if process.poll() is None else "crash"
        end(process)
        return is_over or running is None


def run(command, module, options, log_name):
    outcome = Outcome()
    with open(options.output / log_name, "w") as log:
        for _ in range(30):
            if run_once([*command, module], outcome, options, log):
                break
    return outcome


# --- The table ----------------------------------------------------------------------------------------------------


def report(module, theirs, ours):
    """The line of a module, and the names of what only CPython passes."""
    expected = [name for name, word in theirs.tests.items() if word == "pass"]
    passed = [name for name in expected if ours.tests.get(name) == "pass"]
    percent = 100 * len(passed) / len(expected) if expected else 100
    print(f"{module.removeprefix('test.'):44} {len(expected):8} {len(passed):8} {percent:7.1f} %", flush=True)
    if ours.error:
        print(f"    cannot be loaded: {ours.error}")
    else:
        for name in expected:
            if (word := ours.tests.get(name, "missing")) != "pass":
                print(f"    {word:8} {name}", flush=True)
    return len(expected), len(passed)


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        options.output = options.output or folder
        options.output.mkdir(exist_ok=True)
        options.output = options.output.resolve()
        library = folder / "library"
        library.mkdir()
        ouro = os.path.abspath(options.ouro)
        make_library(options.python, ouro, library)
        print(f"{'module':44} {'CPython':>8} {'Ouro':>8} {'':>7}")
        totals = [0, 0]
        for module in options.modules:
            runner = str(HERE.resolve() / "run_module.py")
            theirs = run([options.python, runner, ""], module, options, f"{module}.python")
            flags = ["--virtual-time"] if moves_time(library, module) else []
            ours = run([ouro, *flags, runner, str(library)], module, options, f"{module}.ouro")
            totals = [total + part for total, part in zip(totals, report(module, theirs, ours))]
        print(f"{'all':44} {totals[0]:8} {totals[1]:8} {100 * totals[1] / max(totals[0], 1):7.1f} %")


if __name__ == "__main__":
    sys.exit(main())
