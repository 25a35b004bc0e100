# SPDX-License-Identifier: MIT
#
# Random programs like those of LanguageProgram, with more subjects among their statements: the order in which the parts
# of a statement are evaluated, precedence, format specs, slices, methods of texts and numbers, containers that change
# while they are walked through, names and scopes, special methods, async generators driven by hand, unpacking.
from language_programs import LanguageProgram

PRELUDE = '''
import abc
import math
import traceback


def t(value):
    print("    at", show(value))
    return value


class Box:
    """Says what is done to it."""

    def __init__(self, name="box"):
        object.__setattr__(self, "name", name)

    def __repr__(self):
        return self.name

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        print("    get", self.name, name)
        return Box(f"{self.name}.{name}")

    def __setattr__(self, name, value):
        print("    set", self.name, name, show(value))

    def __delattr__(self, name):
        print("    del", self.name, name)

    def __getitem__(self, key):
        print("    getitem", self.name, show(key))
        return Box(f"{self.name}[{show(key)}]")

    def __setitem__(self, key, value):
        print("    setitem", self.name, show(key), show(value))

    def __delitem__(self, key):
        print("    delitem", self.name, show(key))

    def __call__(self, *arguments, **keywords):
        print("    call", self.name, show(arguments), show(keywords))
        return self

    def __iadd__(self, other):
        print("    iadd", self.name, show(other))
        return self

    def __enter__(self):
        return 5

    def __exit__(self, *rest):
        print("    exit", self.name)

    def __contains__(self, item):
        print("    contains", show(item))
        return 0

    def __iter__(self):
        print("    iter", self.name)
        return iter([7, 8])

    def __bool__(self):
        print("    bool", self.name)
        return True


box = Box()


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        print("    step got", show(got))
        return got


def drive(coroutine, *sent):
    """Runs a coroutine by hand; what it yields, and how it ends."""
    steps = []
    try:
        for value in (None, *sent, *range(20)):
            steps.append(coroutine.send(value))
    except BaseException as error:
        print("   ", show(steps), chain(error))
    finally:
        coroutine.close()


def lines(error):
    return [(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)]
'''

LETTERS = ("a", "b", "B", "ß", "ǅ", "é", "e\\u0301", "€", "😀", " ", "\\t", "\\n", "\\r", "\\x1c", "\\u2028", "0", "7",
           "²", "٣", "½", "Ⅷ", "_", "-", "İ", "ﬁ", "Σ", "ς", "\\x00", "{", "}", "%", "'")


class LanguageDetails(LanguageProgram):
    """One random program, of which a seed and the class make the text."""

    PRELUDES = (*LanguageProgram.PRELUDES, PRELUDE)
    COMPOUND = LanguageProgram.COMPOUND | {
        "order": 5, "precedence": 4, "specs": 4, "slices": 3, "text_methods": 5, "number_methods": 5, "containers": 4,
        "names": 4, "special": 4, "async_steps": 3, "targets": 3, "places": 1.5}

    def executed(self, *lines):
        """Statements that may be refused when they are compiled, too."""
        self.attempt(f"exec({chr(10).join(lines)!r})")

    # --- Order of evaluation ---

    def leaf(self):
        return self.pick(f"t({self.below(5)})", f"t({self.below(5)})", "t('a')", "t([1, 2])", "box.a", "t(None)",
            "t(0)",
                         "box")

    def traced(self, depth=0):
        if depth > 2:
            return self.leaf()
        a, b, c = (self.traced(depth + 1) for _ in range(3))
        operator = self.pick("+", "-", "*", "<", "==", "in", "is not", "|", "//", "and", "or", "%", ">=")
        return self.pick(
            self.leaf(), self.leaf(), f"({a} {operator} {b})", f"({a} {operator} {b} {operator} {c})",
            f"({a} if {b} else {c})", f"(not {a})", f"[{a}, *[{b}]]", f"{{{self.below(3)}: {a}, {self.below(3)}: {b}}}",
            f"box({a}, *[{b}], k={c})", f"box(k={a}, **{{'z': {b}}})", f"box[{a}]", f"box[{a}:{b}]", f"box[{a}, {b}]",
            f"f'{{{a}}}{{{b}:>{{{self.below(9)}}}}}'", f"(x := {a})", f"[{a} for _ in ({b},) if {c}]", f"-{a}",
            f"(lambda a={a}: (a, {b}))()", f"({a}, {b})", f"box.{self.pick('a', 'b')}({a})", f"{a}.real")

    def write_order(self):
        a, b, c, d = (self.traced(1) for _ in range(4))
        self.executed(*self.pick(
            [f"box[{a}] = {b}"], [f"box[{a}] += {b}"], [f"box.x = box[{a}] = {b}"], [f"box[{a}], box[{b}] = {c}, {d}"],
            [f"box.x += {a}"], [f"del box[{a}], box[{b}].y"], [f"for box[{a}] in [{b}, {c}]: print('    body')"],
            [f"with box({a}) as box[{b}], box[{c}]: {d}"], [f"assert {a}, {b}"], [f"print(show({self.traced()}))"],
            [f"def f(a={a}, *, b={b}): return a", "f()"], [f"class C(t(object), k={a}): x = {b}"],
            ["@t(box)", "@box.a", f"def f(a={a}): pass"], [f"[*box[{a}]], x = {b}, {c}"], [f"box[{a}:{b}] = {c}"],
            [f"x, (box[{a}], *box.y) = {b}, [{c}, 2, 3]"], [f"raise box({a}) from {b}"], [f"x: int = {a}"],
            [f"box[{a}]: t(1) = {b}"], [f"while {a} and {b}: break"], [f"print(*[{a}, {b}], sep=t('-'))"],
            [f"match {a}:", f"    case 1 if {b}: print(1)", f"    case [x, *_] if {c}: print(2)",
            "    case _: print(3)"],
            [f"print({{k: v for k, v in [({a}, {b})] if {c}}})"], [f"if {a}: pass", f"elif {b}: print(2)"]))

    # --- Expressions without parentheses ---

    def write_precedence(self):
        shifts = 0
        text = self.pick("", "", "not ", "-", "~", "not -") + str(self.below(6))
        for _ in range(2 + self.below(7)):
            operator = self.pick("+", "-", "*", "//", "%", "/", "&", "|", "^", "<<", ">>", "**", "<", "<=", "==", "!=",
                                 "is", "in", "not in", "and", "or", "if", "and not", "or not")
            operand = self.pick("", "", "", "-", "~", "+", "- -") + str(self.below(6))
            if operator == "<<":
                shifts += 1
                operator = "<<" if shifts == 1 else ">>"
            if operator == "**":
                operand = self.pick("2", "-1", "0", "+1")
                operator = "** 2 *" if text.endswith(("** 2", "** -1", "** 0", "** +1")) else "**"
            elif operator == "is":
                operand = self.pick("None", "True")
            elif operator in ("in", "not in"):
                operand = self.pick("(1, 2)", "[0]", "{3: 4}", "range(5)")
            elif operator == "if":
                operand += f" else {self.pick('', '-', 'not ')}{self.below(6)}"
            text += f" {operator} {operand}"
        self.executed(f"print('   ', show({text}))")
        self.executed(f"print('   ', show((lambda x: x + {text})(1)), *[{text}, 0])")

    # --- Format specs ---

    def write_specs(self):
        for _ in range(3):
            spec = self.pick("", "", "*", "é", "0", "}") + self.pick("<", ">", "^", "=") if self.chance(0.5) else ""
            spec += self.pick("", "", "+", "-", " ") + self.pick("", "", "", "z") + self.pick("", "", "#")
            spec += self.pick("", "", "0") + self.pick("", "", str(self.below(25))) + self.pick("", "", ",", "_")
            spec += self.pick("", "", f".{self.below(20)}") + self.pick(*"bcdeEfFgGnosxX%", "", "", "", "q")
            value = self.pick(*self.NUMBERS) if self.chance(0.7) else self.pick("'text'", "''", "'é€😀'", "True", "None")
            nested = spec.replace("{", "").replace("}", "")
            percent = self.pick("#", "0", "-", " ", "+", "") + self.pick("", "12", "*") + self.pick("", ".3", ".*",
                ".0")
            percent += self.pick(*"diouxXeEfFgGcrsa%")
            stars = "3, " * percent.count("*")
            self.attempt(f"print('   ', show(format({value}, {spec!r})))")
            self.attempt(f"print('   ', show(f'{{{value}!{self.pick(*'rsa')}:{{{nested!r}}}}}'))"
                         if "'" not in value else f"print('   ', show('{{0:{{1}}}}'.format({value}, {nested!r})))")
            self.attempt(f"print('   ', show('%{percent}' % ({stars}{value},)))")

    NUMBERS = ("0", "-1", "7", "255", "-1234567", "10**20", "2**70", "0.0", "-0.0", "1.5", "-2.5", "1e16", "123456.789",
               "1e-7", "5e-324", "1.7976931348623157e308", "float('inf')", "-float('inf')", "float('nan')", "0.1",
               "1/3",
               "2.5", "0.5", "1e22", "9999999.5", "999999.5", "1e15", "-0.00001", "True")

    # --- Slices ---

    def write_slices(self):
        name = self.name("s")
        bound = lambda: self.pick("", "", str(self.below(15) - 7), "None", "True", "Number(2)", "10**30", "-10**30")
        part = lambda: f"{bound()}:{bound()}" + self.pick("", "",
            f":{self.pick('', '1', '2', '-1', '-2', '3', '-7', '0')}")
        self.line(f"{name} = list(range({self.below(9)}))")
        for _ in range(4):
            items = self.pick("[]", "'ab'", "range(3)", "(x for x in 'xyz')", name, "(9,)", "5", f"{name}[::-1]")
            self.attempt(self.pick(f"{name}[{part()}] = {items}", f"del {name}[{part()}]",
                f"{name}[{part()}] += {items}",
                                   f"{name}[{part()}] *= {self.below(3)}", f"{name}.insert({bound() or 0}, 'i')",
                                   f"{name} *= {self.below(3)}", f"{name}.pop({bound() or -1})"),
                         f"print('   ', show({name}))")
            source = self.pick("'abcdefg'", "b'abcdefg'", "(1, 2, 3, 4)", "range(10)", "range(20, 0, -3)",
                               "memoryview(b'abcdefg')", "'aé€😀x'")
            self.attempt(f"print('   ', show({source}[{part()}]), slice(1, 9, 2).indices({self.below(9)}))")

    # --- Methods of texts and octets ---

    def letters(self):
        return "'" + "".join(self.pick(*LETTERS).replace("'", "\\'") for _ in range(self.below(7))) + "'"

    def write_text_methods(self):
        text = self.name("u")
        self.line(f"{text} = {self.letters()}")
        for _ in range(4):
            a, b, i, j = self.letters(), self.letters(), self.below(9) - 4, self.below(9) - 4
            one = f"{text}[{i}:{i + 1}]" if self.chance(0.5) else a
            use = self.pick(
                f"split({one}, {i})", f"rsplit({one}, {i})", f"split(maxsplit={i})", f"rsplit(None, {i})", "split()",
                f"splitlines({self.below(2)})", f"partition({one})", f"rpartition({one})", f"strip({a})",
                f"lstrip({one})", f"rstrip({a})", f"find({one}, {i}, {j})", f"rfind({one}, {i}, {j})",
                f"index({one}, {i})", f"rindex({one})", f"count({one}, {i}, {j})",
                f"startswith(({one}, {b}), {i}, {j})",
                f"endswith({one}, {i}, {j})", f"replace({one}, {b}, {i})", f"replace({one}, {b}, count={j})",
                f"translate(str.maketrans({one}, {one}))", f"translate({{98: None, 223: 'x', 97: 98}})",
                f"zfill({j + 6})", f"expandtabs({j})", "casefold()", "title()", "swapcase()", "capitalize()", "upper()",
                "lower()", "isalpha()", "isdigit()", "isnumeric()", "isdecimal()", "isalnum()", "isspace()",
                "istitle()",
                "isupper()", "islower()", "isidentifier()", "isprintable()", "isascii()", f"center({j + 6}, {one})",
                f"ljust({j + 6}, '😀')", f"encode({self.pick('', 'utf-16', 'ascii', 'latin-1', 'utf-8-sig')!r})",
                f"encode('ascii', {self.pick('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace')!r})",
                f"format_map({{'a': {a}}})", f"format({a}, {b})", f"removeprefix({one})", f"removesuffix({one})",
                f"join([{a}, {b}])", f"join({a})", f"__contains__({one})", f"__mul__({i})", f"encode().hex(':', {i})",
                f"encode().decode('utf-8', {self.pick('strict', 'replace')!r})", f"encode()[{i}:].decode()",
                f"encode()[{i}:].decode('utf-8', 'replace')", f"encode()[{i}:].decode(errors='backslashreplace')",
                f"encode()[{i}:].decode('ascii', 'surrogateescape')", f"encode().split({a}.encode(), {j})",
                f"encode().find({one}.encode(), {i})", f"encode().translate(None, b'ab')", f"encode().title()",
                f"encode().rsplit(None, {j})", f"encode().splitlines()", f"encode().isalnum()", "encode().capitalize()")
            self.attempt(f"print('   ', show({text}.{use}))")
        self.attempt(f"print('   ', ascii({text}), {text} < {self.letters()}, sorted({text}), len({text}), {text}!r)"
                     .replace("!r)", ".__repr__())"))

    # --- Numbers ---

    def write_number_methods(self):
        for _ in range(4):
            a, b = self.pick(*self.NUMBERS), self.pick(*self.NUMBERS)
            digits = "".join(self.pick(*"0179_-+. eExXbao") for _ in range(1 + self.below(5)))
            n, m = self.below(40) - 10, 1 + self.below(20)
            self.attempt("print('   ', show(" + self.pick(
                f"divmod({a}, {b})", f"({a}) // ({b})", f"({a}) % ({b})", f"({a}) == ({b}), ({a}) < ({b})",
                f"round({a}, {n})", f"round({a})", f"int({a})", f"({a}).as_integer_ratio()", f"({a}).is_integer()",
                f"(float({a})).hex()", f"int({digits!r})", f"int({digits!r}, {self.pick(0, 2, 8, 16, 36)})",
                f"float({digits!r})", f"pow({n}, {self.pick(-1, 2, 5)}, {m})", f"({n}) ** {self.pick(-2, 0, 3)}",
                f"({n}).to_bytes({m % 5}, {self.pick('big', 'little')!r}, signed={self.below(2)})", f"bin({n})",
                f"int.from_bytes(bytes(range({m})), {self.pick('big', 'little')!r}, signed=True)",
                f"hex({n}), oct({n})",
                f"math.floor({a}), math.ceil({a}), math.trunc({a})",
                f"math.isqrt({m}), math.gcd({n}, {m}), math.lcm({n})",
                f"math.fmod({a}, {b})", f"math.copysign({a}, {b})", f"math.frexp({a})", f"math.ldexp(0.5, {n})",
                f"float.fromhex({self.pick('0x1p-3', '1.8', '-0x.8p1', 'inf', '0x1p5000', 'x')!r})",
                f"abs({a}), -({a})",
                f"sum([{a}, {b}, {n}])", f"({a}) + ({b}), ({a}) * ({b})", f"bool({a}), not {b}", f"str({a}), repr({b})",
                f"hash({a}) == hash(float({a})), ({a}) in {{0, 1, 7}}", f"min({a}, {b}), max({a}, {b})",
                f"({n}) << {m % 9}, ({n}) >> {m}, ({n}) & {m}, ({n}) ^ {m}, ~{m}",
                f"({m}).bit_length(), ({n}).bit_count()",
                f"float({a}) / {m}", f"int(str({a})) + 1", f"math.prod([{n}, {m}]), math.comb({m}, 3)",
                f"math.fsum([{a}, {b}]), math.hypot({n}, {m})", f"range({n}, {m}, {self.pick(1, -2, 3)})[-1]") + "))")

    # --- Containers ---

    def write_containers(self):
        name = self.name("k")
        made = self.pick("{1: 'a', 2: 'b', 3: 'c'}", "[3, 1, 2]", "{1, 2, 3}", "collections.deque([1, 2, 3], 4)",
                         "collections.OrderedDict(a=1, b=2)", "collections.defaultdict(list, a=[1])",
                         "collections.Counter('abca')", "collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})",
                         "{'a': 1}.items()", "frozenset([1, 2])", "range(3)", "(1, 2, 1)", "{}", "[[]] * 2")
        self.line(f"{name} = {made}")
        for _ in range(4):
            item, other = self.pick("1", "'a'", "2", "[1]", "None", "9"), self.pick("[1, 2]", "{1: 2}", "{2, 3}",
                "'ab'",
                                                                                  name, "{'a': 5}", "()", "[(1, 2)]")
            change = self.pick(f"{name}.add(len({name}) + 10)", f"{name}[len({name}) + 10] = 1", f"{name}.append(1)",
                               f"{name}.pop()", f"{name}.clear()", f"{name}.update({other})", f"{name}.pop(x)",
                               f"{name}.insert(0, 1)", f"{name}.remove(x)", f"{name}.popitem()", f"{name}[x] = 0")
            self.attempt(*self.pick(
                [f"for n, x in enumerate({name}):", "    if n > 5: break", f"    {change}"],
                [f"{name} {self.pick('|', '+', '&', '-', '^', '*')}= {other}"], [f"{name}[{item}] = {item}"],
                [f"print('   ', {name} {self.pick('==', '<', '<=', '>', '!=')} {other}, {item} in {name})"],
                [f"del {name}[{item}]"],
                [f"print('   ', show({name}.{self.pick('pop', 'get', 'index', 'count')}({item})))"],
                [f"print('   ', show({name} {self.pick('|', '+', '&', '-', '^')} {other}))"],
                [f"{name}.update({other})"],
                [f"print('   ', show([*reversed({name})]))"], [f"{name}.extend({other})"], [f"{name}.sort(key={item})"],
                [f"{name}.move_to_end({item}, last=False)"], [f"{name}.rotate({self.below(4)})"],
                [f"{name}.setdefault({item}, 5)"],
                [f"print('   ', show({name}.most_common(2)), +{name})"], [f"{name}.appendleft({item})"],
                [f"x, *y = {name}", "print(x, y)"],
                [f"print('   ', show(sorted({name}, key=lambda x: (x == 2, str(x)))))"],
                [f"print('   ', show([*zip({name}, {other})]))"],
                [f"{name}.symmetric_difference_update(numbers({other}))"],
                [f"print('   ', {name}.isdisjoint({other}))"],
                [f"print('   ', show(list({name}.{self.pick('items', 'keys', 'values')}())[::-1]))"],
                [f"print('   ', hash({name}) != 0)"],
                [f"i = iter({name})", "next(i)", change.replace("(x)", "()").replace("[x]", "[0]"),
                "print('   ', show(list(i)))"],
                [f"print('   ', {name}.copy() is {name}, type({name}.copy()).__name__)"], [f"{name}.sort()"]),
                f"print('   ', show({name}))")

    # --- Names ---

    def write_names(self):
        f, x, y = self.name("f"), self.name("x"), self.name("y")
        use = lambda: self.pick(f"{x} = {self.below(9)}", f"print('   ', {x})", f"{x} += 1", f"del {x}", f"{y} = [{x}]",
                                f"print('   ', [{x} for {x} in range(2)], {x})", f"({x} := {self.below(9)})",
                                f"print('   ', [({y} := i) for i in range(3)])", f"for {x} in range(3): pass",
                                f"import sys as {x}; {x} = {x}.__name__", f"exec('{x} = 5'); print('   ', {x})",
                                f"print('   ', eval('{x}'))", f"print('   ', sorted(locals()))", f"{x}, {y} = {y}, {x}",
                                f"print('   ', (lambda {y}={x}: {y} + {x})())",
                                f"print('   ', {y}, [{x} for _ in 'ab' if {x}])",
                                f"print('   ', '{x}' in globals(), {x!r} in vars())", f"def {y}(): return {x}",
                                f"class {y}: {x} = {x}; z = [{x} for _ in range(1)]", f"print('   ', {y}())",
                                f"with box as {x}: pass", f"match 3:\n{{}}    case {x}: pass")
        body = lambda: [line.replace("{}", "    " * self.indent) for line in (use() for _ in range(1 + self.below(3)))]
        if self.chance(0.6):
            self.line(f"{x} = {y} = {self.below(9)}")
        before, self.lines, indent, self.indent = self.lines, [], self.indent, 0
        if True:
            with self.block(f"def {f}({self.pick('', x + '=3', y + '=4', '*' + x)}):"):
                self.line(self.pick("pass", "pass", f"global {x}"))
                for line in body():
                    self.line(line)
                with self.block(self.pick("def inner():", "class inner:", "def inner(n=0):", "try:")):
                    scoped = self.lines[-1].strip()[:1] != "t"
                    self.line(self.pick("pass", "pass",
                        f"nonlocal {x}" if scoped and f"({x}" in self.lines[-2] else "pass",
                                        f"global {y}"))
                    for line in body():
                        self.line(line)
                if self.lines and not scoped:
                    with self.block(f"except Exception as {x}:"):
                        self.line(f"print('   ', chain({x}))")
                        for line in body():
                            self.line(line)
                if scoped:
                    self.line("inner()")
                for line in body():
                    self.line(line)
            self.line(f"{f}()")
        written, self.lines, self.indent = self.lines, before, indent
        self.executed(*written)
        self.attempt(f"print('   ', show({x}) if not callable({x}) else 0)")

    # --- Special methods ---

    def write_special(self):
        name, made = self.name("C"), self.name("o")
        value = lambda: self.pick("5", "None", "'x'", "NotImplemented", "True", "[1]", "self", "-1", "other", "1.5",
            "self.v")
        methods = self.random.sample([
            "__len__(self)", "__bool__(self)", "__index__(self)", "__int__(self)", "__float__(self)", "__hash__(self)",
            "__eq__(self, other)", "__ne__(self, other)", "__lt__(self, other)", "__le__(self, other)",
            "__iter__(self)",
            "__contains__(self, other)", "__getitem__(self, other)", "__missing__(self, other)", "__reversed__(self)",
            "__length_hint__(self)", "__add__(self, other)", "__radd__(self, other)", "__iadd__(self, other)",
            "__neg__(self)",
            "__call__(self, other=0)", "__str__(self)", "__repr__(self)", "__format__(self, other)", "__bytes__(self)",
            "__getattr__(self, other)", "__setattr__(self, other, v)", "__enter__(self)", "__exit__(self, *other)",
            "__round__(self, other=None)", "__trunc__(self)", "__abs__(self)", "__divmod__(self, other)",
            "__pow__(self, other)",
            "__rpow__(self, other)", "__matmul__(self, other)", "__dir__(self)", "__next__(self)",
            "__delitem__(self, other)",
            "__setitem__(self, other, v)", "__class_getitem__(self, other)", "__instancecheck__(self, other)",
            "__set_name__(self, other, v)", "__get__(self, other, v)", "__fspath__(self)", "__copy__(self)",
            "__sizeof__(self)",
            "__init_subclass__(self, **other)", "__del_(self, other)", "__private(self, other)", "__ceil__(self)"], 5)
        base = self.pick("", "", "(int)", "(list)", "(dict)", "(str)", "(float)", "(tuple)", "(Number)", "(abc.ABC)",
            "(set)")
        with self.block("try:"):
            if self.chance(0.2):
                self.line("@functools.total_ordering")
            with self.block(f"class {name}{base}:"):
                self.line("v = 3")
                for method in methods:
                    with self.block(f"def {method}:"):
                        self.line(f"print('    {method.split('(')[0]}')")
                        # Iteration must come to its end.
                        self.line("raise StopIteration(4)" if "__next" in method else
                                  "return [1, 2][other]" if "__getitem" in method else
                                  self.pick(f"return {value()}", f"return {value()}",
                                      f"return super().{method.split('(')[0]}"
                                            + ("()" if "(self)" in method else "(other)"), "yield 1",
                                                "raise KeyError('m')",
                                            "return iter([1, 2])"))
                if self.chance(0.2):
                    self.line("@abc.abstractmethod")
                    self.line("def needed(self): pass")
                if self.chance(0.2):
                    self.line(self.pick("__hash__ = None", "__iter__ = None", "__contains__ = None",
                        "__eq__ = lambda *a: 0",
                                        "__add__ = 5", "__len__ = staticmethod(lambda: 4)", "__call__ = print"))
            self.line(f"{made} = {name}({self.pick('', '', '3') if base else ''})")
            o = made
            for use in self.random.sample([
                    f"len({o})", f"bool({o})", f"[0, 1, 2][{o}]", f"int({o})", f"float({o})",
                    f"hash({o}) == hash({o})", f"{o} == 1", f"1 != {o}",
                    f"{o} < 1", f"{o} >= {o}", f"list({o})", f"1 in {o}", f"{o}[0]", f"{o}['k']",
                    f"list(reversed({o}))", f"{o} + 1",
                    f"1 + {o}", f"-{o}", f"{o}(1)", f"str({o})", f"repr({o})", f"format({o}, '5')", f"f'{{{o}!r:3}}'",
                    f"bytes({o})",
                    f"{o}.zz", f"setattr({o}, 'q', 1)", f"round({o})", f"abs({o})", f"divmod({o}, 2)", f"pow({o}, 2)",
                    f"2 ** {o}",
                    f"{o} @ 1", f"len(dir({o})) > 0", f"next({o})", f"{name}[1]", f"isinstance(1, {name})",
                    f"math.floor({o})",
                    f"sorted([{o}, {o}])", f"max({o}, 1)", f"sum([{o}])", f"dict({o})", f"{o}.__private(1)",
                    f"'%d' % {o}",
                    f"{{**{o}}}", f"[*{o}]", f"(lambda *a: a)(*{o})", f"range({o})", f"'ab'[{o}:]", f"any({o})",
                    f"tuple({o}) + ()",
                    f"{o} is {o} == {o}", f"type('D', ({name},), {{}})", f"math.ceil({o})", f"{o}.v", f"vars({o})",
                    f"len({name}.__mro__)",
                    f"print('   ', {o})", f"','.join({o})", f"[].__add__({o})", f"{{}}.get({o})", f"not {o}"], 7):
                self.attempt(f"print('   ', show({use}))")
            self.attempt(f"{o} += 1", f"print('   ', show({o}))")
            self.attempt(f"with {o} as x: print('   ', show(x))")
            self.attempt(f"for x in {o}: print('   ', show(x)); break")
            self.attempt(f"del {o}[0]")
        with self.block("except BaseException as error:"):
            self.line("print('   ', chain(error))")

    # --- async, driven by hand ---

    def write_async_steps(self):
        agen, name = self.name("a"), self.name("f")
        with self.block(f"async def {agen}(n):"):
            with self.block("try:"):
                with self.block("for i in range(n):"):
                    self.line(self.pick("pass", "await Step(i)", f"if i == 1: raise {self.short_error()}"))
                    self.line("got = yield i")
                    self.line("print('    got', show(got))")
                self.line(self.pick("pass", "return", "await Step('end')"))
            caught = self.pick('ValueError', 'GeneratorExit', 'Exception', 'BaseException')
            with self.block(f"except {caught} as error:"):
                self.line("print('    caught', chain(error))")
                self.line(self.pick("raise", "pass", "await Step('c')", f"raise {self.short_error()}"))
            with self.block("finally:"):
                self.line("print('    finally', chain(sys.exception()))")
                self.line(self.pick("pass", "pass", "await Step('f')"))
        with self.block(f"async def {name}():"):
            self.line(f"g = {agen}({self.below(4)})")
            for _ in range(1 + self.below(4)):
                use = self.pick("[x async for x in g]", "await anext(g)", "await anext(g, 'none')", "await g.asend(7)",
                                f"await g.athrow({self.short_error()})", "await g.aclose()",
                                "{x: 1 async for x in g if x}",
                                "[await Step(x) for x in (1, 2)]", "await g.__anext__()",
                                "[y async for x in g for y in (x, x)]",
                                "(await Step(1), await Step(2))", "await Step(1) if await Step(0) else 2",
                                "g.ag_running",
                                "await anext(x async for x in g)", "sum([x async for x in g])", "f'{await Step(3)}'")
                with self.block("try:"):
                    self.line(f"print('   ', show({use}))")
                with self.block("except BaseException as error:"):
                    self.line("print('   ', chain(error))")
            with self.block("async for x in g:"):
                self.line(self.pick("print('    loop', show(x))", "break", "continue", "await Step(x)"))
            with self.block("else:"):
                self.line("print('    else')")
            self.line("await g.aclose()")
            with self.block(f"async with contextlib.aclosing({agen}(2)) as h:"):
                self.line(self.pick("print(await anext(h))", "pass", f"raise {self.short_error()}"))
            self.line("return 'done'")
        self.line(f"drive({name}(), {self.pick('', '1', '2, 3', 'None')})")

    # --- Targets ---

    def target(self, depth=0):
        if depth > 1 or self.chance(0.4):
            return self.pick("x", "y", "z", "box.a", "box[0]", "w[0]", "w[1:2]")
        inside = [self.target(depth + 1) for _ in range(1 + self.below(3))]
        if self.chance(0.5):
            at = self.below(len(inside))
            inside[at] = "*" + inside[at]
        return self.pick(f"[{', '.join(inside)}]", f"({', '.join(inside)},)")

    def nested_value(self, depth=0):
        if depth > 2 or self.chance(0.4):
            return self.pick("1", "'ab'", "(1, 2)", "[]", "range(3)", "iter([1, 2])", "{1: 2}", "b'x'", "None",
                "(i for i in 'abc')")
        inside = [self.nested_value(depth + 1) for _ in range(self.below(4))]
        return self.pick(f"[{', '.join(inside)}]", f"({', '.join(inside)}{',' if inside else ''})")

    def write_targets(self):
        self.line("w = [0, 1, 2]")
        self.line("x = y = z = None")
        for _ in range(2):
            target, value = self.target(), self.nested_value()
            self.executed(self.pick(f"{target} = {value}",
                f"for {target} in [{value}, {self.nested_value()}]: print('    loop')",
                                   f"print('   ', show([(x, y) for {self.pick('x, y', 'x, *y', '*x, y')} in {value}]))",
                                   f"with contextlib.nullcontext({value}) as {target}: pass",
                                   f"{target} = w = {value}"))
            self.line("print('   ', show((x, y, z, w)))")
            self.line("w = [0, 1, 2]")

    # --- Where exceptions come from ---

    def write_places(self):
        first, second = self.name("f"), self.name("f")
        with self.block(f"def {first}(n):"):
            with self.block(self.pick("for x in (n,):", "with managed('place'):", "if n:", "try:")):
                self.line(self.pick("return (1 +", "return [1,", "return dict(a=1, b="))
                self.line(self.pick("    n / 0", "    undefined", f"    {self.short_error()}.x", "    n.y",
                    "    [][n]"))
                self.line(self.pick("    )", ")") if "(" in self.lines[-2] else "]")
            if self.lines[-4].strip() == "try:":
                with self.block(self.pick("except KeyError:", "finally:", "except Exception as e:")):
                    self.line(self.pick("pass", "raise", "print(len(5))"))
        with self.block(f"def {second}(n):"):
            self.line(self.pick(f"return {first}(n)", f"return [{first}(i) for i in range(n)]",
                f"yield from [{first}(n)]",
                                f"return (lambda: {first}(n))()", f"return sorted([n, n], key={first})",
                                f"return list(map({first}, (n,)))", f"class Inner: x = {first}(n)"))
        with self.block("try:"):
            self.line(f"print(show({self.pick('list', 'str')}({second}({self.below(3)}))))")
        with self.block("except Exception as error:"):
            self.line("while error:")
            self.line("    print('   ', type(error).__name__, lines(error))")
            self.line("    error = error.__context__")
