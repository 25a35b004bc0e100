# SPDX-License-Identifier: MIT
"""Regular expressions (Library Reference, module re), on the native module _re, which stands on PCRE2."""

import copyreg as _copyreg

from _re import (
    Match, Pattern, compile, escape, findall, finditer, fullmatch, match, purge, search, split, sub, subn,
    _set_error_type,
)

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
    "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]


class PatternError(Exception):
    """A pattern or a template is wrong: msg says what, pos where in pattern."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


error = PatternError
_set_error_type(PatternError)


_FLAGS = {
    "NOFLAG": 0, "ASCII": 256, "A": 256, "IGNORECASE": 2, "I": 2, "LOCALE": 4, "L": 4, "UNICODE": 32, "U": 32,
    "MULTILINE": 8, "M": 8, "DOTALL": 16, "S": 16, "VERBOSE": 64, "X": 64, "DEBUG": 128,
}


# The flags are made when one is named: most programs that use patterns name none, and do not load enum for them.
def _make_flags():
    import enum

    class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
        """The flags of compile() and of the functions that take a pattern."""

        __module__ = "re"
        __qualname__ = "RegexFlag"
        _numeric_repr_ = hex
        __str__ = object.__str__  # which is what __repr__ says
        vars().update(_FLAGS)

    globals()["RegexFlag"] = RegexFlag
    enum.global_enum(RegexFlag)  # puts its members into this module


def __getattr__(name):
    if name not in _FLAGS and name != "RegexFlag":
        raise AttributeError(f"module 're' has no attribute '{name}'")
    _make_flags()
    return globals()[name]


def __dir__():
    return sorted({*globals(), *_FLAGS, "RegexFlag"} - {"__getattr__", "__dir__"})


# --- Pickles ---

def _compile(pattern, flags):
    return compile(pattern, flags)


_copyreg.pickle(Pattern, lambda pattern: (_compile, (pattern.pattern, pattern.flags)))
