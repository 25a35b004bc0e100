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


class _LazyPattern:
    """Template.pattern until it is first used: flags of re load enum, which few programs need."""

    def __get__(self, instance, owner):
        owner._compile()
        return owner.pattern


class Template:
    """A text with $name placeholders (PEP 292)."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None  # until it is needed: re.IGNORECASE
    pattern = _LazyPattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compile()

    @classmethod
    def _compile(cls):
        if cls.flags is None:
            cls.flags = re.IGNORECASE
        if not isinstance(cls.__dict__.get("pattern", _LazyPattern()), _LazyPattern):
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
        for match in self.pattern.finditer(self.template):
            if match.group("invalid") is not None:
                return False
            if all(match.group(kind) is None for kind in ("named", "braced", "escaped")):
                raise ValueError("Unrecognized named group in pattern", self.pattern)
        return True

    def get_identifiers(self):
        """The names of the placeholders, in order of appearance."""
        return list(dict.fromkeys(name for kind, name in self._placeholders() if kind == "named"))

    def _placeholders(self):
        """What the pattern finds, as pairs (kind, name)."""
        for match in self.pattern.finditer(self.template):
            name = match.group("named") or match.group("braced")
            if name is not None:
                yield "named", name
            elif match.group("invalid") is not None:
                yield "invalid", None
            elif match.group("escaped") is not None:
                yield "escaped", None
            else:
                raise ValueError("Unrecognized named group in pattern", self.pattern)


_missing = object()

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


def _fields(text):
    """The tuples that Formatter.parse() gives."""
    at = 0
    while at < len(text):
        brace = _find_any("{}", text, at)
        mark = text[brace : brace + 1]
        if text[brace : brace + 2] in ("{{", "}}"):
            # A doubled brace ends a piece of literal text.
            yield text[at : brace + 1], None, None, None
            at = brace + 2
        elif mark == "}":
            raise ValueError("Single '}' encountered in format string")
        elif mark == "{":
            name, specification, conversion, end = _field(text, brace + 1)
            yield text[at:brace], name, specification, conversion
            at = end
        else:
            yield text[at:], None, None, None
            return


def _find_any(characters, text, at):
    """Where the first of these characters stands, or the end."""
    while at < len(text) and text[at] not in characters:
        at += 1
    return at


def _field(text, start):
    """The field that begins behind a brace: name, format specification, conversion, and where the text goes on."""
    if start == len(text):
        raise ValueError("Single '{' encountered in format string")
    end = _find_any("[{}:!", text, start)
    while text[end : end + 1] == "[":
        closing = _find_any("]", text, end)
        end = _find_any("[{}:!", text, closing)
    name, mark = text[start:end], text[end : end + 1]
    if mark == "{":
        raise ValueError("unexpected '{' in field name")
    if mark == "}":
        return name, "", None, end + 1
    if not mark:
        raise ValueError("expected '}' before end of string")
    conversion, at = None, end + 1
    if mark == "!":
        if at == len(text):
            raise ValueError("end of string while looking for conversion specifier")
        conversion, behind, at = text[at], text[at + 1 : at + 2], at + 2
        if behind == "}":
            return name, "", conversion, at
        if behind not in ("", ":"):
            raise ValueError("expected ':' after conversion specifier")
    end = _closing_brace(text, at)
    return name, text[at:end], conversion, end + 1


def _closing_brace(text, at):
    depth = 1
    while True:
        at = _find_any("{}", text, at)
        if at >= len(text):
            raise ValueError("unmatched '{' in format spec")
        depth += 1 if text[at] == "{" else -1
        if not depth:
            return at
        at += 1


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
                    raise ValueError("cannot switch from automatic field numbering to manual field specification")
                auto_index = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto_index = self._vformat(spec, args, kwargs, used, depth - 1, auto_index)
            parts.append(self.format_field(value, spec))
        return "".join(parts), auto_index

    def get_value(self, key, args, kwargs):
        """The argument of a field."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """To be overridden where unused arguments are errors."""

    def format_field(self, value, format_spec):
        """The text of a value."""
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value behind its conversion: !s, !r or !a."""
        if conversion is None:
            return value
        for letter, function in (("s", str), ("r", repr), ("a", ascii)):
            if conversion == letter:
                return function(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        """An iterator over tuples (literal text, field name, format specification, conversion)."""
        if not isinstance(format_string, str):
            raise TypeError(f"expected str, got {type(format_string).__name__}")
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        first, accesses = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, item in accesses:
            value = getattr(value, item) if is_attribute else value[item]
        return value, first
