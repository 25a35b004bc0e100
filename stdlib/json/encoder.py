# SPDX-License-Identifier: MIT
"""JSONEncoder."""

from _json import dumps as _dumps, encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]


class JSONEncoder:
    """Encodes objects as JSON; subclasses override default() for types of their own."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """A serializable object in place of o; here: TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The object as JSON text."""
        if type(self).iterencode is JSONEncoder.iterencode:
            return self._encode(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The JSON text in pieces. Differs: always one piece."""
        yield self._encode(o)

    def _encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _dumps(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, indent,
                      self.key_separator, self.item_separator, self.sort_keys)
