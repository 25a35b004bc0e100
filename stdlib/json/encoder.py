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
        self.skipkeys, self.sort_keys, self.indent = skipkeys, sort_keys, indent
        self.ensure_ascii, self.allow_nan, self.check_circular = ensure_ascii, allow_nan, check_circular
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
        """The JSON text in pieces: brackets, keys, values."""
        if _one_shot:
            yield self._encode(o)
        else:
            yield from _Pieces(self).of(o, 0)

    def _encode(self, o):
        return _dumps(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan,
                      _indentation(self), self.key_separator, self.item_separator, self.sort_keys)


def _indentation(encoder):
    indent = encoder.indent
    return indent if indent is None or isinstance(indent, str) else " " * indent


def _is_simple(o):
    return o is None or isinstance(o, (str, int, float))


class _Pieces:
    """One iterencode(): knows the containers that it is inside of."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.indent = _indentation(encoder)
        self.inside = set()

    def new_line(self, depth):
        return "" if self.indent is None else "\n" + self.indent * depth

    def of(self, o, depth):
        """The pieces of any object."""
        if _is_simple(o):
            yield self.encoder._encode(o)
            return
        if self.encoder.check_circular:
            if id(o) in self.inside:
                raise ValueError("Circular reference detected")
            self.inside.add(id(o))
        if isinstance(o, dict):
            yield from self.of_dict(o, depth)
        elif isinstance(o, (list, tuple)):
            yield from self.of_list(o, depth)
        else:
            yield from self.of(self.encoder.default(o), depth)
        self.inside.discard(id(o))

    def of_list(self, items, depth):
        if not items:
            yield "[]"
            return
        line = self.new_line(depth + 1)
        lead = "[" + line
        for item in items:
            if _is_simple(item):
                yield lead + self.encoder._encode(item)
            else:
                yield lead
                yield from self.of(item, depth + 1)
            lead = self.encoder.item_separator + line
        if line:
            yield self.new_line(depth)
        yield "]"

    def of_dict(self, items, depth):
        if not items:
            yield "{}"
            return
        yield "{"
        lead = line = self.new_line(depth + 1)
        for key, value in sorted(items.items()) if self.encoder.sort_keys else items.items():
            text = self.key(key)
            if text is None:
                continue
            if lead:
                yield lead
            yield text
            yield self.encoder.key_separator
            yield from self.of(value, depth + 1)
            lead = self.encoder.item_separator + line
        if line:
            yield self.new_line(depth)
        yield "}"

    def key(self, key):
        """A key as JSON, or None for one to be skipped."""
        encode = self.encoder._encode
        if isinstance(key, str):
            return encode(key)
        if _is_simple(key):
            return f'"{encode(key)}"'
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
