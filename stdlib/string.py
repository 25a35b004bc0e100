# SPDX-License-Identifier: MIT
#
# string: constants, templates and the formatter class (Library Reference, string).
import re
from collections import ChainMap

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = digits[:8]
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize each word; without `sep` also squeeze the white space."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


# --- Template ---


class Template:
    """A text with $name placeholders (PEP 292)."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compile()

    @classmethod
    def _compile(cls):
        if "pattern" in cls.__dict__:
            pattern = cls.pattern
        else:
            delimiter, name = re.escape(cls.delimiter), cls.idpattern
            pattern = rf"""
                {delimiter}(?:
                  (?P<escaped>{delimiter}) |
                  (?P<named>{name}) |
                  {{(?P<braced>{cls.braceidpattern or name})}} |
                  (?P<invalid>)
                )"""
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _refuse(self, match):
        start = match.start("invalid")
        lines = self.template[:start].splitlines(keepends=True)
        column = start - len("".join(lines[:-1])) if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines) or 1}, col {column}")

    def _substitute(self, mapping, keywords, safe):
        if mapping is _missing:
            mapping = keywords
        elif keywords:
            mapping = ChainMap(keywords, mapping)

        def replacement(match):
            name = match.group("named") or match.group("braced")
            if name is not None:
                if not safe:
                    return str(mapping[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    return match.group()
            if match.group("escaped") is not None:
                return self.delimiter
            if match.group("invalid") is not None:
                return match.group() if safe else self._refuse(match)
            raise ValueError("Unrecognized named group in pattern", self.pattern)

        return self.pattern.sub(replacement, self.template)

    def substitute(self, mapping=..., /, **kws):
        """The text with the placeholders replaced; KeyError for those without a value."""
        return self._substitute(_missing if mapping is ... else mapping, kws, False)

    def safe_substitute(self, mapping=..., /, **kws):
        """The same, but placeholders without a value stay."""
        return self._substitute(_missing if mapping is ... else mapping, kws, True)

    def is_valid(self):
        """Has the text only valid placeholders?"""
        return all(match.group("invalid") is None for match in self.pattern.finditer(self.template))

    def get_identifiers(self):
        """The names of the placeholders, in order of appearance."""
        names = {}
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None:
                names[name] = None
        return list(names)


_missing = object()
Template._compile()


# --- Formatter ---


def _split_field(name):
    """"a.b[0]" as "a" and [(True, "b"), (False, 0)]."""
    end = min((at for at in (name.find("."), name.find("[")) if at >= 0), default=len(name))
    first, rest, accesses = name[:end], name[end:], []
    while rest:
        if rest[0] == ".":
            end = min((at for at in (rest.find(".", 1), rest.find("[", 1)) if at >= 0), default=len(rest))
            is_attribute, item, rest = True, rest[1:end], rest[end:]
        elif rest[0] == "[":
            end = rest.find("]")
            if end < 0:
                raise ValueError("Missing ']' in format string")
            is_attribute, item, rest = False, rest[1:end], rest[end + 1 :]
            item = int(item) if item.isdecimal() else item
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if item == "":
            raise ValueError("Empty attribute in format string")
        accesses.append((is_attribute, item))
    return int(first) if first.isdecimal() else first, accesses


def _literal(text, at):
    """The literal text from `at` to the next field, and where that begins (or the end)."""
    parts = []
    while at < len(text):
        brace = min((i for i in (text.find("{", at), text.find("}", at)) if i >= 0), default=len(text))
        parts.append(text[at:brace])
        if brace == len(text):
            return "".join(parts), brace
        if text[brace : brace + 2] == text[brace] * 2:
            parts.append(text[brace])
            at = brace + 2
        elif text[brace] == "}":
            raise ValueError("Single '}' encountered in format string")
        else:
            return "".join(parts), brace
    return "".join(parts), at


def _field_end(text, at):
    depth = 0
    for i in range(at, len(text)):
        if text[i] == "{":
            depth += 1
        elif text[i] == "}":
            depth -= 1
            if depth == 0:
                return i
    raise ValueError("Single '{' encountered in format string" if at + 1 == len(text) else "expected '}' before end of string")


class Formatter:
    """str.format as a class whose steps can be replaced."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto_index=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if name is None:
                continue
            first = _split_field(name)[0]
            if first == "":
                if auto_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name, auto_index = f"{auto_index}{name}", auto_index + 1
            elif isinstance(first, int):
                if auto_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_index = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto_index = self._vformat(spec, args, kwargs, used, depth - 1, auto_index)
            parts.append(self.format_field(value, spec))
        return "".join(parts), auto_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        for letter, function in (("s", str), ("r", repr), ("a", ascii)):
            if conversion == letter:
                return function(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        """Yields (literal text, field name, format specification, conversion) tuples."""
        at = 0
        while at < len(format_string):
            literal, at = _literal(format_string, at)
            if at == len(format_string):
                if literal:
                    yield literal, None, None, None
                return
            end = _field_end(format_string, at)
            field, at = format_string[at + 1 : end], end + 1
            bracket = field.find("[")
            colon, mark = field.find(":"), field.find("!")
            if 0 <= bracket < (colon if colon >= 0 else len(field)):
                close = field.find("]", bracket)
                colon, mark = field.find(":", close), field.find("!", close)
            name, spec, conversion = field, "", None
            if mark >= 0 and (colon < 0 or mark < colon):
                name, conversion, spec = field[:mark], field[mark + 1 : mark + 2], field[mark + 3 :]
                if field[mark + 2 : mark + 3] not in ("", ":"):
                    raise ValueError("expected ':' after conversion specifier")
            elif colon >= 0:
                name, spec = field[:colon], field[colon + 1 :]
            yield literal, name, spec, conversion

    def get_field(self, field_name, args, kwargs):
        first, accesses = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, item in accesses:
            value = getattr(value, item) if is_attribute else value[item]
        return value, first
