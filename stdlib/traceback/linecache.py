# SPDX-License-Identifier: MIT
#
# linecache: lines of source files by number (Library Reference, linecache). The engine keeps no cache.
import _tracebacks

cache = {}


def getline(filename, lineno, module_globals=None):
    """A line with its newline; empty when there is none."""
    if filename in cache:
        lines = cache[filename][2]
        return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""
    line = _tracebacks.source_line(filename, lineno)
    return line + "\n" if line else ""


def getlines(filename, module_globals=None):
    """All lines of a file."""
    if filename in cache:
        return cache[filename][2]
    try:
        with open(filename) as file:
            return file.readlines()
    except (OSError, ValueError, NameError):
        return []


def checkcache(filename=None):
    """Forget files that changed: nothing is kept."""


def clearcache():
    cache.clear()


def lazycache(filename, module_globals):
    return False
