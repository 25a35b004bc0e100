# SPDX-License-Identifier: MIT
#
# linecache: lines of source files by number (Library Reference, linecache). The engine keeps no cache. Code
# that came from no file keeps its text; by name alone the innermost running one is found.
import _tracebacks

cache = {}


def getline(filename, lineno, module_globals=None):
    """A line with its newline; empty when there is none."""
    if filename in cache:
        lines = cache[filename][2]
        return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""
    return _line(filename, lineno, _tracebacks.running_text(filename))


def _line(filename, lineno, text):
    line = _tracebacks.source_line(filename, lineno, text)
    return line + "\n" if line else ""


def _line_of_code(code, lineno):
    """A line of the text of a code object, whatever else has its file's name."""
    if code.co_filename in cache:
        return getline(code.co_filename, lineno)
    return _line(code.co_filename, lineno, _tracebacks.code_text(code))


def getlines(filename, module_globals=None):
    """All lines of a file."""
    if filename in cache:
        return cache[filename][2]
    text = _tracebacks.running_text(filename)
    if text is not None:
        return text.splitlines(True)
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
