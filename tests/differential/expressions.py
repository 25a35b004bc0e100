# SPDX-License-Identifier: MIT
#
# Random expressions of the language, by the type of their value. Now and then one has another type than was asked for,
# so that errors and their messages are compared too. Their values stay small: exponents, shifts, widths and factors of
# sequences are limited constants.
import re

from writer import Writer

INTEGERS = ("0", "1", "-1", "2", "3", "7", "10", "-5", "255", "(2**31)", "(-2**31)", "(2**62)", "(2**63 - 1)",
            "(-2**63)",
            "(10**18)", "(2**64)", "(10**25)", "(-3**40)", "True", "False")
FLOATS = ("0.0", "-0.0", "1.0", "0.5", "-2.5", "0.1", "1e16", "1e-7", "123456.789", "1e300", "float('inf')",
    "float('nan')",
          "(2.0**53)", "5e-324", "3.0")
TEXTS = ("''", "'a'", "'abc'", "'Hello World'", "'  two  words '", "'ß€😀'", "'line\\nline'", "'%d'", "'{}'",
    "'12'",
    "'aXbXc'",
         "'\\x00\\xff'", "'ǅ'", "'tab\\there'", "'-7'", "'1.5'", '"it\'s"')
BYTES = ("b''", "b'abc'", "b'\\x00\\xff'", "b'a,b,c'", "b'Hello'", "bytes(range(5))")
SPECS = ("", "5", "<8", ">8", "^9", "*^9", "05", "+", " ", "x", "#x", "b", "#o", "e", ".3f", ".2e", "g", ".3g", "10.4",
    ",", "_", "%",
         "+08.2f", "s", ".2", "d", "c", "n", "X", "#b", "-", "=+6", "G", ".0f", "#.3g", ">20_", ",.2f", "F", "z.1f",
         "_x")


class Expressions(Writer):
    """The half of LanguageProgram that writes expressions. `self.variables` maps types to names that have a value."""

    is_deferring = False
    has_no_walrus = False  # while the iterable of a comprehension is written
    TYPES = ("int", "float", "str", "bytes", "list", "tuple", "dict", "set", "bool")

    def expression(self, kind=None, depth=0):
        """An expression that probably is a `kind`."""
        if self.is_deferring:
            return f"\0{kind or ''} {depth} {int(self.has_no_walrus)}\0"
        kind = kind or self.pick(*self.TYPES)
        if self.chance(0.03):
            return f"({self.expression(self.pick(*self.TYPES, 'object'), depth)})"
        if self.variables.get(kind) and self.chance(0.45):
            return self.pick(*self.variables[kind])
        if depth > 2 or self.chance(0.2):
            return self.literal(kind)
        if self.chance(0.06):
            value, other = self.expression(kind, depth + 1), self.expression(kind, depth + 1)
            return f"({value} if {self.condition(depth + 1)} else {other})"
        if self.chance(0.04) and not self.has_no_walrus:
            return f"({self.pick('walrus', 'other')} := {self.expression(kind, depth + 1)})"
        return self.chosen(lambda: getattr(self, kind + "_expression")(depth + 1))

    def chosen(self, choose):
        """What `choose` picks. The expressions in what it could have picked as well are not written at all."""
        self.is_deferring = True
        text = choose()
        self.is_deferring = False
        return re.sub("\0(\\w*) (\\d+) (\\d)\0", self.deferred, text)

    def deferred(self, found):
        before, self.has_no_walrus = self.has_no_walrus, found[3] == "1"
        kind, depth = found[1] or None, int(found[2])
        text = self.fstring(depth) if kind == "fstring" else self.expression(kind, depth)
        self.has_no_walrus = before
        return text

    def literal(self, kind):
        literals = {"int": INTEGERS, "float": FLOATS, "str": TEXTS, "bytes": BYTES, "bool": ("True", "False"),
                    "object": ("None", "...", "NotImplemented", "print", "int", "object()", "(lambda: 1)", "Number(3)",
                    "range(3)",
                               "slice(1, None)", "iter([])", "{}.keys()", "frozenset([1])")}
        if kind in literals:
            return self.pick(*literals[kind])
        items = [self.pick(*INTEGERS[:8]) if self.chance(0.6) else self.pick(*TEXTS[:6]) for _ in range(self.below(4))]
        if kind == "dict":
            return "{" + ", ".join(f"{item}: {self.below(9)}" for item in items) + "}"
        if kind == "set":
            return "{" + ", ".join(self.number(item) for item in items) + "}" if items else "set()"
        inside = ", ".join(items)
        return f"[{inside}]" if kind == "list" else f"({inside}{',' if items else ''})"

    def number(self, literal):
        """Sets have no texts: the order of these is not the same in every run."""
        return FLOATS[TEXTS.index(literal)] if literal in TEXTS else literal

    def small(self, depth):
        """An int from -6 to 6, so that sizes stay reasonable."""
        return f"({self.expression('int', depth + 1)}) % 7" if self.chance(0.3) else str(self.below(13) - 6)

    # --- By type ---

    def object_expression(self, depth):
        return self.literal("object")

    def int_expression(self, depth):
        a, b = (self.expression("int", depth) for _ in range(2))
        text, items, n = self.expression("str", depth), self.sequence(depth), self.below(70)
        return self.pick(
            f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"({a} // {b})", f"({a} % {b})", f"({a} & {b})",
            f"({a} | {b})",
            f"({a} ^ {b})", f"(~{a})", f"(-{a})", f"({a} << {n})", f"({a} >> {n})",
            f"(({a}) % 1000 ** {self.below(4)})",
            f"abs({a})", f"pow({a}, {self.below(5)}, {b})", f"divmod({a}, {b})[{self.below(2)}]", f"len({items})",
            f"len({text})",
            f"int({self.expression('float', depth)})", f"int({text})", f"({a}).bit_length()", f"({a}).bit_count()",
            f"hashed({a})",
            f"sum({items})", f"max({items})", f"min({a}, {b})", f"{text}.count({self.expression('str', depth)})",
            f"{text}.find({self.expression('str', depth)}, {self.small(depth)})", f"{items}.index({a})",
            f"ord({text}[:1])",
            f"int.from_bytes({self.expression('bytes', depth)}, 'little', signed={self.below(2) == 1})",
            f"round({a}, {self.small(depth)})", f"{self.expression('bytes', depth)}[{self.small(depth)}]",
            f"int({a} / {b})",
            f"int({text}, {self.pick(0, 2, 10, 16, 36)})", f"Number({a}) + {b}", f"next(iter({items}), {a})")

    def float_expression(self, depth):
        a, b, n = self.expression("float", depth), self.expression("float", depth), self.expression("int", depth)
        return self.pick(
            f"({a} + {b})", f"({a} - {n})", f"({a} * {b})", f"({a} / {b})", f"({a} // {b})", f"({a} % {n})",
            f"({n} / {self.expression('int', depth)})",
            f"(-{a})", f"abs({a})", f"float({n})", f"round({a}, {self.small(depth)})",
            f"float({self.expression('str', depth)})",
            f"({a}) ** {self.below(4)}", f"sum([{a}, {b}, {n}])", f"max({a}, {b})",
            f"divmod({a}, {b})[{self.below(2)}]",
            f"float.fromhex(({a}).hex())", f"({a}).__trunc__()", f"({a}).as_integer_ratio()[0]",
            f"({n}) ** -{1 + self.below(2)}")

    def str_expression(self, depth):
        a, b, n = self.expression("str", depth), self.expression("str", depth), self.small(depth)
        value, number = self.expression(None, depth), self.expression("int", depth)
        return self.pick(
            f"({a} + {b})", f"({a} * {n})", f"{a}[{n}]", f"{a}[{self.slice(depth)}]", f"show({value})",
            f"repr({number})",
            f"ascii({a})",
            f"{a}.upper()", f"{a}.lower()", f"{a}.title()", f"{a}.swapcase()", f"{a}.casefold()", f"{a}.capitalize()",
            f"{a}.strip({self.pick('', b)})", f"{a}.lstrip()", f"{a}.rstrip({b})", f"{a}.replace({b}, {a})",
            f"{a}.replace({b}, '-', {n})",
            f"{b}.join({self.texts(depth)})", f"{a}.center({self.below(15)}, '*')", f"{a}.ljust({self.below(15)})",
            f"{a}.zfill({self.below(15)})", f"{a}.expandtabs({self.below(9)})", f"{a}.removeprefix({b})",
            f"{a}.removesuffix({b})",
            f"{a}.translate({{97: 'A', 98: None}})", f"{a}.encode().decode('latin-1')", f"chr({self.below(300)})",
            f"hex({self.expression('int', depth)})",
            f"bin({self.expression('int', depth)})", f"format({value}, {self.pick(*SPECS)!r})",
            self.expression("fstring", depth),
            self.percent(depth),
            f"'{{0}} {{}}'.format({value})",
            f"'{{0!r:>{self.below(12)}}}|{{x[0]}}'.format({value}, x={self.sequence(depth)})",
            f"type({value}).__name__", f"({self.expression('float', depth)}).hex()", f"max({a}, {b}, key=len)",
            f"oct({self.expression('int', depth)})")

    def bytes_expression(self, depth):
        a, b, n = self.expression("bytes", depth), self.expression("bytes", depth), self.small(depth)
        return self.pick(
            f"({a} + {b})", f"({a} * {n})", f"{a}[{self.slice(depth)}]", f"{a}.upper()", f"{a}.replace({b}, b'-')",
            f"{a}.strip({b})",
            f"{b}.join([{a}, {b}])",
            f"{self.expression('str', depth)}.encode({self.pick('', repr('latin-1'), repr('utf-16-le'))})",
            f"bytes({self.sequence(depth)})", f"bytes.fromhex({a}.hex())",
            f"({self.expression('int', depth)}).to_bytes({1 + self.below(9)}, 'big')",
            f"{a}.center({self.below(9)}, b'.')", f"b'%d|%s' % ({self.expression('int', depth)}, {a})",
            f"bytes(list({a}))")

    def list_expression(self, depth):
        a, b = self.expression("list", depth), self.sequence(depth)
        return self.pick(
            f"({a} + {self.expression('list', depth)})", f"({a} * {self.below(4)})", f"{a}[{self.slice(depth)}]",
            f"list({b})", f"[*{b}, *{a}]",
            f"sorted({b})", f"sorted({b}, key=str, reverse={self.below(2) == 1})", f"list(reversed({b}))",
            f"{self.expression('str', depth)}.split()",
            f"{self.expression('str', depth)}.split({self.expression('str', depth)}, {self.small(depth)})",
            f"list(map(show, {b}))",
            f"{self.expression('str', depth)}.splitlines({self.below(2)})", f"list(filter(None, {b}))",
            f"list(zip({b}, {a}))",
            f"list(enumerate({b}, {self.small(depth)}))", f"list({self.expression('dict', depth)}.items())",
            self.comprehension("[]", depth),
            f"list(range({self.small(depth)}, {self.small(depth)}, {self.small(depth)}))",
            f"[{self.expression(None, depth)}, {self.expression(None, depth)}]")

    def tuple_expression(self, depth):
        a = self.expression("tuple", depth)
        return self.pick(
            f"({a} + {self.expression('tuple', depth)})", f"({a} * {self.below(4)})", f"{a}[{self.slice(depth)}]",
            f"tuple({self.sequence(depth)})",
            f"({self.expression(None, depth)}, {self.expression(None, depth)})",
            f"{self.expression('str', depth)}.partition({self.expression('str', depth)})",
            f"divmod({self.expression('int', depth)}, {self.expression('int', depth)})",
            f"tuple({self.comprehension('', depth)})",
            f"({self.expression('float', depth)}).as_integer_ratio()",
            f"(*{self.sequence(depth)}, {self.expression('int', depth)})")

    def dict_expression(self, depth):
        a, b = self.expression("dict", depth), self.expression("dict", depth)
        return self.pick(
            f"({a} | {b})", f"{{**{a}, **{b}}}", f"dict({a})",
            f"dict(zip({self.sequence(depth)}, {self.sequence(depth)}))", f"dict.fromkeys({self.sequence(depth)}, 0)",
            f"dict({self.pick('a', 'b')}={self.expression(None, depth)})", self.comprehension("{:}", depth),
            f"dict({self.expression('list', depth)})")

    def set_expression(self, depth):
        a, b = self.expression("set", depth), self.expression("set", depth)
        return self.pick(f"({a} | {b})", f"({a} & {b})", f"({a} - {b})", f"({a} ^ {b})",
            f"set(numbers({self.sequence(depth)}))",
            f"{a}.union(numbers({self.sequence(depth)}))",
                         f"{a}.difference({self.sequence(depth)})", self.comprehension("{}", depth),
                         f"({self.expression('dict', depth)}.keys() & {a})")

    def bool_expression(self, depth):
        a, b, c = (self.expression(None, depth) for _ in range(3))
        kind = self.pick("int", "float", "str", "tuple", "set")
        x, y, z = (self.expression(kind, depth) for _ in range(3))
        operator = self.pick("<", "<=", ">", ">=", "==", "!=")
        return self.pick(
            f"({x} {operator} {y})", f"({x} {operator} {y} {self.pick('<', '==', '>=')} {z})", f"({a} == {b})",
            f"({a} in {self.sequence(depth)})",
            f"(not {a})", f"bool({a} and {b} or {c})", f"isinstance({a}, ({self.pick('int', 'str', 'list')}, float))",
            f"any({self.sequence(depth)})",
            f"all({self.sequence(depth)})", f"({a} is not {self.pick('None', 'True')})",
            f"{self.expression('str', depth)}.isdigit()",
            f"{self.expression('str', depth)}.startswith({self.expression('str', depth)})", f"callable({a})",
            f"({self.expression('str', depth)} not in {self.expression('str', depth)})",
            f"hasattr({a}, {self.pick('real', 'append', '__len__', 'x')!r})",
            f"{self.expression('str', depth)}.isidentifier()", f"({x} {operator} {c})",
            f"(hashed({x}) == hashed({x}))", f"{self.expression('set', depth)}.issubset({self.sequence(depth)})")

    # --- Parts ---

    def condition(self, depth=0):
        return self.expression(self.pick("bool", "bool", "int", "str", "list"), depth)

    def sequence(self, depth):
        return self.expression(self.pick("list", "list", "tuple", "dict", "str", "bytes"), depth)

    def texts(self, depth):
        return f"map(show, {self.sequence(depth)})" if self.chance(0.7) else self.sequence(depth)

    def slice(self, depth):
        part = lambda: self.pick("", self.small(depth))
        return f"{part()}:{part()}" + (f":{part()}" if self.chance(0.4) else "")

    def comprehension(self, brackets, depth):
        before, self.has_no_walrus = self.has_no_walrus, True
        text = self.write_comprehension(brackets, depth)
        self.has_no_walrus = before
        return text

    def write_comprehension(self, brackets, depth):
        name, other = self.pick("x", "y"), self.pick("u", "v")
        clauses = f"for {name} in {self.sequence(depth)}"
        if self.chance(0.3):
            clauses += f" for {other} in range({self.below(4)})"
            result = f"({name}, {other})"
        else:
            result = self.pick(name, f"({name}, {name})", f"{name} * 2", f"str({name})",
                f"({name}, {self.expression(None, depth + 1)})")
        if self.chance(0.4):
            clauses += f" if {self.pick(name, f'{name} != 1', f'isinstance({name}, int)', self.condition(depth + 1))}"
        if brackets == "{:}":
            return f"{{{name}: {result} {clauses}}}"
        if brackets == "{}":
            result = f"number({result})"
        return f"{brackets[:1]}{result} {clauses}{brackets[1:]}"

    def fstring(self, depth):
        quoted = []
        for _ in range(1 + self.below(3)):
            inside = self.expression(None, depth + 1)
            if "\\" in inside or "{" in inside or "lambda" in inside or ":=" in inside:
                inside = str(self.below(100))
            spec = self.pick("", "", f":{self.pick(*SPECS)}", f":{{{self.below(12)}}}", "=",
                f"={self.pick('!s', '!r', '')}:>{self.below(20)}")
            conversion = "" if spec.startswith("=") else self.pick("", "", "!r", "!s", "!a")
            quoted.append(f"{{{inside}{conversion}{spec}}}")
        return 'f"""' + self.pick(" ", "|", "{{", "").join(quoted) + '"""'

    def percent(self, depth):
        flags = self.pick("", "-", "0", "+", " ", "#") + self.pick("", "5", "12") + self.pick("", ".2", ".0")
        form = f"%{flags}{self.pick('d', 's', 'r', 'x', 'f', 'g', 'e', 'c', 'o', 'a', 'i', 'G')}"
        value = self.expression(self.pick("int", "float", "str", None), depth)
        return self.pick(f"('{form}' % ({value},))", f"('{form}|%s' % ({value}, {self.expression(None, depth)}))",
            f"('%(k)s{form.replace('%', '%(v)')}' % {{'k': 1, 'v': {value}}})")
