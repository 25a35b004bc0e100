# SPDX-License-Identifier: MIT
"""JSONDecoder and its error."""

from _json import loads as _loads, scan as _scan

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    """The text is no JSON: msg says what, pos where in doc; lineno and colno count from 1."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg, self.doc = msg, doc
        self.pos, self.lineno, self.colno = pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Decodes JSON text; the hooks replace what objects, numbers and constants become."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The object that the text stands for."""
        if type(self).raw_decode is JSONDecoder.raw_decode:
            return _loads(s, self.strict, self.object_hook, self.parse_float, self.parse_int, self.parse_constant,
                          self.object_pairs_hook, JSONDecodeError)
        blanks = " \t\n\r"
        obj, end = self.raw_decode(s, idx=len(s) - len(s.lstrip(blanks)))
        end = len(s) - len(s[end:].lstrip(blanks))
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object that begins at s[idx], and the index where it ends."""
        return _scan(s, idx, self.strict, self.object_hook, self.parse_float, self.parse_int, self.parse_constant,
                     self.object_pairs_hook, JSONDecodeError)
