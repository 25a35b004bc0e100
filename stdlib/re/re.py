# SPDX-License-Identifier: MIT
"""Regular expressions (Library Reference, module re), on the native module _re, which stands on PCRE2."""

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


class RegexFlag(int):
    """The flags of compile() and the other functions: ints that show their names and keep their type under | & ^ ~."""

    __slots__ = ()
    __module__ = "re"

    def _names(self):
        rest = int(self)
        names = []
        for name, value in _FLAG_VALUES.items():
            if rest & value:
                names.append(name)
                rest &= ~value
        if rest:
            names.append(hex(rest))
        return names

    @property
    def name(self):
        return "|".join(self._names()) or "NOFLAG"

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        names = [name if name.startswith("0x") else "re." + name for name in self._names()]
        return "|".join(names) or "re.NOFLAG"

    __str__ = __repr__

    def __format__(self, specification):
        return format(str(self), specification)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(_ALL_FLAGS & ~int(self))


_FLAG_VALUES = {  # in the order in which they show
    "ASCII": 256, "IGNORECASE": 2, "LOCALE": 4, "UNICODE": 32, "MULTILINE": 8, "DOTALL": 16, "VERBOSE": 64,
    "DEBUG": 128,
}
_ALL_FLAGS = 510

NOFLAG = RegexFlag.NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag.I = RegexFlag.IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag.L = RegexFlag.LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag.M = RegexFlag.MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag.S = RegexFlag.DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag.U = RegexFlag.UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag.X = RegexFlag.VERBOSE = RegexFlag(64)
DEBUG = RegexFlag.DEBUG = RegexFlag(128)
A = ASCII = RegexFlag.A = RegexFlag.ASCII = RegexFlag(256)
