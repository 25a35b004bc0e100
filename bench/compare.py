# SPDX-License-Identifier: MIT
"""Compares the speed of Ouro with CPython's on the programs of this folder. `./dev bench` runs it.

Both interpreters take turns in one run, program by program and round by round, so that both see the same machine; the
best round of each counts. A program measures itself (the last line it prints is `seconds X`), so start-up is in none of
the ratios; it is measured on its own. What a program prints besides must be equal, or its result does not count.
README.md says more. Runs under any CPython from 3.11.
"""

import argparse
import math
import os
import re
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ENVIRONMENT = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
TIME_LIMIT = 300


class Failure(Exception):
    """A program did not end well, or did not print what the other interpreter printed."""


class Program:
    def __init__(self, path, arguments=()):
        self.path = path
        self.arguments = list(arguments)
        self.name = " ".join([path.stem, *self.arguments[:1]])


def programs(folder, only):
    """The programs of a folder; one that names its arguments in `# bench-arguments:` lines counts once per line."""
    found = []
    for path in sorted((FOLDER / folder).glob("*.py")):
        lines = re.findall(r"^# bench-arguments: (.*)$", path.read_text(), re.MULTILINE)
        found += [Program(path, line.split()) for line in lines] or [Program(path)]
    return [program for program in found if not only or any(word in program.name for word in only)]


def run_once(interpreter, program, arguments=None):
    """Runs a program; returns what it printed without its last line, and the seconds of its last line."""
    command = [interpreter, str(program.path), *(arguments or program.arguments)]
    try:
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        raise Failure(f"no end after {TIME_LIMIT} s") from None
    printed, mark, seconds = done.stdout.rstrip("\n").rpartition("seconds ")
    if done.returncode != 0 or not mark:
        errors = done.stderr.strip().splitlines() or ["no time printed"]
        raise Failure(f"exit status {done.returncode}: {errors[-1][:100]}")
    return printed, float(seconds)


def compare_program(options, program):
    """The best times (ouro, python) of alternating rounds."""
    best = [math.inf, math.inf]
    expected = None
    for _ in range(options.rounds):
        for place, interpreter in enumerate((options.ouro, options.python)):
            printed, seconds = run_once(interpreter, program)
            if expected is None:
                expected = printed
            elif printed != expected:
                raise Failure("the two interpreters print different results")
            best[place] = min(best[place], seconds)
    return best


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values else math.nan


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def heading(title, *columns):
    print(f"\n{title}\n", flush=True)
    row(*columns)
    row("---", *["---:"] * (len(columns) - 1))


def compare_set(options, folder):
    """Prints the table of one set; returns how many programs failed."""
    chosen = programs(folder, options.only)
    if not chosen:
        return 0
    heading(f"## {folder}", "program", "Ouro s", "CPython s", "times as fast")
    ratios, failures = [], 0
    for program in chosen:
        try:
            ouro, python = compare_program(options, program)
        except Failure as failure:
            failures += 1
            row(program.name, "failed", "", failure)
            continue
        ratios.append(python / ouro)
        row(program.name, f"{ouro:.4f}", f"{python:.4f}", f"{ratios[-1]:.2f}")
    row("**geometric mean**", "", "", f"**{geometric_mean(ratios):.2f}**")
    row("lowest", "", "", f"{min(ratios, default=math.nan):.2f}")
    return failures


def compare_await_depth(options):
    """The cost of one switch at three depths, with enough switches for a fast interpreter to be measured well."""
    program = Program(FOLDER / "async" / "await_chain.py")
    counts = {options.ouro: 300_000, options.python: 6_000}
    heading("## one task switch by depth of the await chain, ns", "depth", "Ouro", "CPython")
    costs = {}
    for depth in (10, 100, 1000):
        best = {}
        for _ in range(options.rounds):
            for interpreter, switches in counts.items():
                _, seconds = run_once(interpreter, program, [str(depth), str(switches)])
                best[interpreter] = min(best.get(interpreter, math.inf), seconds / switches)
        costs[depth] = best
        row(depth, *[f"{best[interpreter] * 1e9:.0f}" for interpreter in counts])
    row("1000 against 10", *[f"{costs[1000][one] / costs[10][one]:.2f}" for one in counts])


def spawn(command):
    """Runs a command with its output thrown away; returns the seconds from spawn to exit."""
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, fd) for fd in (0, 1)]
    begun = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, ENVIRONMENT, file_actions=actions)
    _, status = os.waitpid(pid, 0)
    seconds = time.perf_counter() - begun
    os.close(null)
    if status:
        raise Failure(f"{' '.join(command)}: exit status {os.waitstatus_to_exitcode(status)}")
    return seconds


def compare_startup(options):
    heading("## start-up, from spawn to exit", "script", "Ouro ms", "CPython ms", "times as fast")
    for path in (FOLDER / "startup" / "empty.py", FOLDER / "startup" / "import_asyncio.py"):
        best = [math.inf, math.inf]
        for _ in range(options.rounds * 20):
            for place, interpreter in enumerate((options.ouro, options.python)):
                best[place] = min(best[place], spawn([interpreter, str(path)]))
        ouro, python = best
        row(path.stem, f"{ouro * 1e3:.2f}", f"{python * 1e3:.2f}", f"{python / ouro:.1f}")


def resident_bytes(interpreter, name, *arguments):
    """Peak resident memory of a script of memory/ at the moment when it says that it is ready."""
    command = [interpreter, str(FOLDER / "memory" / name), *arguments]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
        try:
            if not process.stdout.readline().startswith("ready"):
                raise Failure(f"{' '.join(command)} did not get ready")
            status = Path(f"/proc/{process.pid}/status").read_text()
        finally:
            process.kill()
    return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) * 1024


def compare_memory(options):
    interpreters = (options.ouro, options.python)
    heading("## resident memory", "", "Ouro", "CPython")
    for name in ("idle.py", "idle_asyncio.py"):
        row(f"{name}, MB", *[f"{resident_bytes(one, name) / 1e6:.1f}" for one in interpreters])
    few, many = 10_000, 210_000
    cells = []
    for one in interpreters:
        differences = [
            resident_bytes(one, "pending_tasks.py", str(many)) - resident_bytes(one, "pending_tasks.py", str(few))
            for _ in range(3)
        ]
        cells.append(f"{min(differences) / (many - few):.0f}")
    row("one pending task with its coroutine, waiting for an event, bytes", *cells)


def version(interpreter):
    done = subprocess.run([interpreter, "--version"], capture_output=True, text=True, env=ENVIRONMENT)
    return (done.stdout + done.stderr).strip()


def parse_options():
    parser = argparse.ArgumentParser(description="Compare the speed of Ouro with CPython's.")
    parser.add_argument("--ouro", default=str(FOLDER.parent / "build" / "release" / "ouro"), metavar="PATH")
    parser.add_argument("--python", default="/usr/bin/python3", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="alternating rounds, the best counts (5)")
    parser.add_argument("--set", choices=["computing", "async", "startup", "memory"], action="append", dest="sets")
    parser.add_argument("only", nargs="*", help="run only programs whose names contain one of these words")
    return parser.parse_args()


def main():
    options = parse_options()
    sets = options.sets or (["computing", "async"] if options.only else ["computing", "async", "startup", "memory"])
    print(f"{version(options.ouro)} against {version(options.python)}, best of {options.rounds} rounds")
    failures = 0
    steps = []
    if "computing" in sets:
        steps.append(lambda: compare_set(options, "computing"))
    if "async" in sets:
        steps.append(lambda: compare_set(options, "async"))
        if not options.only:
            steps.append(lambda: compare_await_depth(options))
    if "startup" in sets:
        steps.append(lambda: compare_startup(options))
    if "memory" in sets:
        steps.append(lambda: compare_memory(options))
    for step in steps:
        try:
            failures += step() or 0
        except Failure as failure:
            failures += 1
            print(f"\nfailed: {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
