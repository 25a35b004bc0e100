# SPDX-License-Identifier: MIT
#
# pprint: data printed over several lines where it is wide (Library Reference, pprint).
import sys as _sys
from io import StringIO as _StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Print an object prettily."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text that pprint prints."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Print an object prettily, dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """repr() that stands cycles."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Could eval() read what pprint prints?"""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Does the object contain itself?"""
    return PrettyPrinter().isrecursive(object)


class _SafeKey:
    """Orders whatever cannot be compared by type and identity."""

    __slots__ = ("object",)

    def __init__(self, object):
        self.object = object

    def __lt__(self, other):
        try:
            return self.object < other.object
        except TypeError:
            return (str(type(self.object)), id(self.object)) < (str(type(other.object)), id(other.object))


def _pair_key(pair):
    return _SafeKey(pair[0]), _SafeKey(pair[1])


class PrettyPrinter:
    """Prints objects in a given width."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth, self._indent, self._width = depth, indent, width
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        stream = _StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text of an object on one line, whether it is readable, and whether it is recursive."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = getattr(self, "_readable", True) and readable
        return text

    def _format(self, object, stream, indent, allowance, context, level):
        """Writes an object that begins at column `indent`; `allowance` columns behind it are taken."""
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            writer = self._writer(object)
            if writer is not None:
                context[key] = 1
                writer(self, object, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _writer(self, object):
        cls = type(object)
        function = getattr(cls, "__repr__", None)
        writer = self._dispatch.get(function)
        if writer is None and function is not None:
            writer = self._dispatch_by_name(cls, function)
        return writer

    def _dispatch_by_name(self, cls, function):
        if hasattr(cls, "__dataclass_fields__") and cls.__dataclass_params__.repr and hasattr(function, "__wrapped__"):
            code = function.__wrapped__.__code__
            if "__create" in code.co_qualname or code.co_filename == "<string>":
                return PrettyPrinter._dataclass
        collections = _sys.modules.get("collections")
        if not collections:
            return None
        return {
            collections.OrderedDict.__repr__: PrettyPrinter._ordered_dict,
            collections.defaultdict.__repr__: PrettyPrinter._default_dict,
            collections.Counter.__repr__: PrettyPrinter._counter,
            collections.ChainMap.__repr__: PrettyPrinter._chain_map,
            collections.deque.__repr__: PrettyPrinter._deque,
            collections.UserDict.__repr__: PrettyPrinter._wrapped,
            collections.UserList.__repr__: PrettyPrinter._wrapped,
            collections.UserString.__repr__: PrettyPrinter._wrapped,
        }.get(function)

    # --- Containers ---

    def _dict(self, object, stream, indent, allowance, context, level):
        stream.write("{" + (self._indent - 1) * " " if self._indent > 1 else "{")
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            self._dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent
        separator = ",\n" + " " * indent
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            stream.write(f"{text}: ")
            self._format(value, stream, indent + len(text) + 2, allowance if i == last else 1, context, level)
            if i != last:
                stream.write(separator)

    def _list(self, object, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, object, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(object) == 1 else ")"
        self._items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        cls = type(object)
        begin, end = ("{", "}") if cls is set else (cls.__name__ + "({", "})")
        stream.write(begin)
        indent += 0 if cls is set else len(cls.__name__) + 1
        self._items(sorted(object, key=_SafeKey), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _items(self, items, stream, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        items = list(items)
        new_line = ",\n" + " " * indent
        separator = ""
        width = room = self._width - indent + 1
        for i, item in enumerate(items):
            is_last = i + 1 == len(items)
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if room < needed:
                    room = width
                    if separator:
                        separator = new_line
                if room >= needed:
                    room -= needed
                    stream.write(separator + text)
                    separator = ", "
                    continue
            stream.write(separator)
            separator = new_line
            self._format(item, stream, indent, allowance if is_last else 1, context, level)

    # --- Texts ---

    def _str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        chunks, lines = [], object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        widest = width = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            import re

            parts = re.findall(r"\S*\s*", line)
            parts.pop()  # the empty match at the end
            current, room = "", widest
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    room -= allowance
                if len(repr(candidate)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        self._write_chunks(chunks, stream, indent, level)

    def _write_chunks(self, chunks, stream, indent, level):
        if len(chunks) == 1:
            stream.write(chunks[0])
            return
        text = ("\n" + " " * indent).join(chunks)
        stream.write(f"({text})" if level == 1 else text)

    def _bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parenthesized = level == 1
        if parenthesized:
            indent, allowance = indent + 1, allowance + 1
        chunks, width = [], self._width - indent
        current, last = b"", len(object) // 4 * 4
        for i in range(0, len(object), 4):
            part = object[i : i + 4]
            candidate = current + part
            if i == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current = candidate
        if current:
            chunks.append(repr(current))
        text = ("\n" + " " * indent).join(chunks)
        stream.write(f"({text})" if parenthesized else text)

    def _bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    # --- Classes of the library ---

    def _mapping_proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _named_values(self, name, pairs, stream, indent, allowance, context, level):
        indent += len(name) + 1
        stream.write(name + "(")
        for i, (field, value) in enumerate(pairs):
            is_last = i == len(pairs) - 1
            stream.write(f"{field}=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(field) + 1, allowance if is_last else 1, context, level)
            if not is_last:
                stream.write(",\n" + " " * indent)
        stream.write(")")

    def _namespace(self, object, stream, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        self._named_values(name, list(object.__dict__.items()), stream, indent, allowance, context, level)

    def _dataclass(self, object, stream, indent, allowance, context, level):
        pairs = [(f.name, getattr(object, f.name)) for f in object.__dataclass_fields__.values()
                 if f.repr and f._field_type.name == "_FIELD"]
        self._named_values(type(object).__name__, pairs, stream, indent, allowance, context, level)

    def _called(self, object, inner, stream, indent, allowance, context, level):
        name = type(object).__name__
        stream.write(name + "(")
        self._format(inner, stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        self._list(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(f"{name}({factory},\n{' ' * indent}")
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "({")
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        self._dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    def _chain_map(self, object, stream, indent, allowance, context, level):
        if not object.maps:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        indent += len(name) + 1
        for i, one in enumerate(object.maps):
            is_last = i == len(object.maps) - 1
            self._format(one, stream, indent, allowance + 1 if is_last else 1, context, level)
            stream.write(")" if is_last else ",\n" + " " * indent)

    def _deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + "(")
        indent += len(name) + 1
        stream.write("[")
        if object.maxlen is None:
            self._items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(object, stream, indent, 2, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={self._repr(object.maxlen, context, level)})")

    def _wrapped(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    # --- One line ---

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in (str, bytes, float, bool, type(None)):
            return repr(object), True, False
        if issubclass(cls, int) and cls.__repr__ is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        function = getattr(cls, "__repr__", None)
        is_dict = issubclass(cls, dict) and function is dict.__repr__
        if not is_dict and not (issubclass(cls, (list, tuple)) and function in (list.__repr__, tuple.__repr__)):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return repr(object) if not is_dict else "{}", True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            begin, end = ("{", "}") if is_dict else ("[", "]") if issubclass(cls, list) else ("(", ")")
            return f"{begin}...{end}", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        parts, readable, recursive = [], True, False
        if is_dict:
            for pair in sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items():
                texts = [self.format(half, context, maxlevels, level + 1) for half in pair]
                parts.append(f"{texts[0][0]}: {texts[1][0]}")
                readable = readable and texts[0][1] and texts[1][1]
                recursive = recursive or texts[0][2] or texts[1][2]
            text = f"{{{', '.join(parts)}}}"
        else:
            for item in object:
                part, item_readable, item_recursive = self.format(item, context, maxlevels, level + 1)
                parts.append(part)
                readable, recursive = readable and item_readable, recursive or item_recursive
            joined = ", ".join(parts)
            text = f"[{joined}]" if issubclass(cls, list) else f"({joined},)" if len(object) == 1 else f"({joined})"
        del context[key]
        return text, readable, recursive

    _dispatch = {
        dict.__repr__: _dict, list.__repr__: _list, tuple.__repr__: _tuple, set.__repr__: _set,
        frozenset.__repr__: _set,
        str.__repr__: _str, bytes.__repr__: _bytes,
        bytearray.__repr__: _bytearray, type(type.__dict__).__repr__: _mapping_proxy,
        type(_sys.implementation).__repr__: _namespace,
    }


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"
