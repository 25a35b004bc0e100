# SPDX-License-Identifier: MIT
#
# Random programs, run by CPython and by Ouro: whatever they print, and how they end, must be the same.
#
#     run.py --python python3.13 --count 1000 --kind async      compare; prints the seeds that differ, and how
#     run.py --kind syntax --count 40 --lines 1000              40 times 200 damaged sources: what the compilers say
#     run.py --kind language --show 17                          the program of a seed
#
# --count 1000 --first 0 are the seeds 0 to 999. Exit status 1 when anything differs.
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import resource
import shlex
import subprocess
import sys
import tempfile

from asyncio_programs import AsyncioProgram
from language_programs import LanguageProgram
from mutated_sources import SOURCES, MutatedSources
from virtual_time import CIRCLE, DEADLOCK

HERE = pathlib.Path(__file__).resolve().parent
KINDS = {"async": AsyncioProgram, "language": LanguageProgram, "syntax": MutatedSources}


def run(command, folder):
    """Status, output and errors of a program; status None when it did not end."""
    try:
        limit = lambda: resource.setrlimit(resource.RLIMIT_DATA, (4 << 30, 4 << 30))
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=60,
                              preexec_fn=limit,
                              env=os.environ | {"PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"})
    except subprocess.TimeoutExpired:
        return None, "", ""
    return done.returncode, done.stdout, done.stderr


def difference(kind, expected, got):
    """What is wrong with Ouro's outcome, in lines; empty when nothing is."""
    status, output, errors = expected
    if kind == "async" and status in (DEADLOCK, CIRCLE):
        # Ouro reports what nobody could end, cancels the tasks and goes on; until then both do the same.
        if got[1].startswith(output) and (status == CIRCLE or "RuntimeError" in got[1][len(output) :] + got[2]):
            return []
        after = difflib.unified_diff(output.split("\n"), got[1].split("\n"), "CPython", "Ouro", lineterm="")
        return ["CPython waits for ever" if status == DEADLOCK else "CPython cancels a circle", *after]
    lines = []
    if status == 0 and got[0] == 1 and ("was never retrieved" in got[2] or "Exception in callback" in got[2]):
        status = 1  # differs deliberately: docs/differences.md
    if status != got[0]:
        lines.append(f"exit status {got[0]}, CPython's is {status}")
        lines.append(f"errors: {got[2][-300:]!r}, CPython's: {errors[-300:]!r}")
    lines += difflib.unified_diff(output.split("\n"), got[1].split("\n"), "CPython", "Ouro", lineterm="", n=2)
    return lines


def without_messages(outcome):
    """An outcome whose exceptions are named without their messages, many of which changed in 3.14."""
    status, output, errors = outcome
    output = re.sub(r"^(    \w+) .*", r"\1", output, flags=re.MULTILINE)
    output = re.sub(r"^(    \w+(?:Error|Exception|Group|Iteration|Exit))\(.*", r"\1", output, flags=re.MULTILINE)
    return status, output, errors


def compare(arguments, seed):
    """The lines that tell how the program of `seed` differs."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "program.py"
        path.write_text(KINDS[arguments.kind](seed).text())
        python = shlex.split(arguments.python)
        ouro = [arguments.ouro]
        if arguments.kind == "async":
            python.append(str(HERE / "virtual_time.py"))
            ouro.append("--virtual-time")
        outcomes = run([*python, "program.py"], folder), run([*ouro, "program.py"], folder)
        return difference(arguments.kind, *(map(without_messages, outcomes) if arguments.ignore_messages else outcomes))


def main():
    parser = argparse.ArgumentParser(description="Compare Ouro with CPython on random programs.")
    parser.add_argument("--python", default="python3.13", help="the command of a CPython")
    parser.add_argument("--ouro", default=str(HERE.parent.parent / "build/release/ouro"))
    parser.add_argument("--kind", choices=KINDS, default="language")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the program of a seed")
    parser.add_argument("--lines", type=int, default=12, help="of each difference to print")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--ignore-messages", action="store_true", help="of exceptions: for a CPython older than 3.14")
    arguments = parser.parse_args()
    if arguments.show is not None:
        print(KINDS[arguments.kind](arguments.show).text(), end="")
        return 0
    different = sources = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        seeds = range(arguments.first, arguments.first + arguments.count)
        for seed, lines in zip(seeds, pool.map(lambda seed: compare(arguments, seed), seeds)):
            if lines:
                different += 1
                sources += sum(line.startswith("+") and not line.startswith("+++") for line in lines)
                print(f"--- seed {seed}", *(line[:300] for line in lines[: arguments.lines]), sep="\n", flush=True)
    print(f"{arguments.count} programs, {different} differ")
    if arguments.kind == "syntax":
        print(f"{arguments.count * SOURCES} sources, {sources} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
