# SPDX-License-Identifier: MIT
#
# The part of LanguageProgram that goes through one subject of the language at a time: how exceptions are linked, ways
# out of try, delegation, coroutines driven by hand, descriptors, inheritance, metaclasses, exception groups, patterns,
# context managers, iteration, scopes, slots, records, decorators, arguments. The names that its programs use (Point,
# Meta, chain, ...) are in the prelude of language_programs.py.
import re

from expressions import Expressions


class LanguageSubjects(Expressions):
    """Statements of one subject each, written into a program that shows what they do."""

    def attempt(self, *lines):
        """Statements in a `try` of their own, whose failure is shown in full."""
        with self.block("try:"):
            for line in lines:
                self.line(line)
        with self.block("except BaseException as error:"):
            self.line("print('   ', chain(error))")

    def short_error(self):
        return self.pick("ValueError(1)", "KeyError('k')", "TypeError", "IndexError()", "StopIteration(4)",
                         "OSError('no')",
                         "GeneratorExit()", "ZeroDivisionError('z')", "Exception(1, 2)", "ArithmeticError", "1", "None",
                         "ExceptionGroup('g', [ValueError(2), KeyError(3)])", "RuntimeError('r')")

    def write_chain(self):
        """Exceptions raised while others are handled."""
        with self.block("try:"):
            with self.block("try:"):
                self.line(f"raise {self.short_error()}")
            caught = self.pick("Exception", "ValueError", "BaseException", "(KeyError, TypeError)")
            with self.block(f"except {caught} as first:"):
                with self.block("try:"):
                    self.line(self.pick(f"raise {self.short_error()}", "raise first", "raise", "undefined", "1 / 0",
                                        f"raise {self.short_error()} from first",
                                        f"raise {self.short_error()} from None",
                                        f"raise first from {self.short_error()}", "first.__context__ = first; raise"))
                with self.block(f"except {self.pick('Exception', 'ValueError', 'BaseException')} as second:"):
                    self.line("print('   ', chain(second), second is first, chain(sys.exception()))")
                    self.line(self.pick("raise", "raise first", "raise second from first",
                                        f"raise {self.short_error()}",
                                        "raise first.with_traceback(None) from second", "del first", "pass"))
                if self.chance(0.5):
                    with self.block("finally:"):
                        self.line("print('   ', chain(sys.exception()))")
                        self.line(self.pick("pass", f"raise {self.short_error()}", "first.add_note('note')",
                                            "print(first)"))
            with self.block("finally:"):
                self.line("print('    after', chain(sys.exception()))")
        with self.block("except BaseException as error:"):
            self.line("print('   ', chain(error))")

    def write_jumps(self):
        """return, break and continue out of try, with and loops."""
        name = self.name("f")
        jump = lambda: self.pick("return 1", "break", "continue", f"raise {self.short_error()}", "pass", "x += 1",
                                 "return x", "x = 7")
        with self.block(f"def {name}(x):"):
            with self.block(f"for i in range({1 + self.below(3)}):"):
                outer = self.pick("try:", "try:", "for j in range(2):")
                with self.block(outer):
                    inner = self.pick("try:", f"with Manager({self.pick('True', 'False')}):", "while True:",
                                      "with managed('inner', ValueError):")
                    with self.block(inner):
                        leave = f"if i == {self.below(3)}: {jump()}"
                        if inner == "while True:":
                            leave = leave.replace("continue", "pass")  # which would go on for ever
                        self.line(leave)
                        self.line("break" if inner == "while True:" else self.pick(jump(), "pass"))
                    if inner == "try:":
                        with self.block(self.pick("except ValueError:", "except Exception as x:", "finally:")):
                            self.line("print('    handler', i)")
                            self.line(f"if i == {self.below(2)}: {jump()}")
                if outer == "try:":
                    with self.block("finally:"):
                        self.line("print('    finally', i)")
                        self.line(self.pick("pass", "pass", f"if i == {self.below(3)}: {jump()}"))
            if self.chance(0.5):
                with self.block("else:"):
                    self.line("print('    else')")
            self.line("return x")
        self.attempt(f"print('   ', show({name}(0)))")

    def write_delegation(self):
        """Generators that delegate to others; values, exceptions and ends that pass through."""
        inner, outer, made = self.name("f"), self.name("f"), self.name("g")
        with self.block(f"def {inner}(n):"):
            with self.block("for i in range(n):"):
                with self.block("try:"):
                    self.line(f"got = yield {self.pick('i', '[i]', 'None')}")
                    self.line("print('    inner got', show(got))")
                caught = self.pick("ValueError", "GeneratorExit", "Exception", "BaseException")
                with self.block(f"except {caught} as error:"):
                    self.line("print('    inner caught', chain(error))")
                    self.line(self.pick("raise", "return 'ended'", "raise KeyError(i)", "raise StopIteration(5)",
                                        *(["yield 'instead'", "pass"] if caught in ("ValueError",
                                                                                    "Exception") else [])))
            self.line(f"return {self.expression('int')}")
        with self.block(f"def {outer}(n):"):
            with self.block("try:"):
                source = self.pick(*[f"held({inner}(n))"] * 3, "iter([1, 2, n])", "'ab'", "n")
                self.line(f"result = yield from {source}")
                self.line("print('    result', show(result))")
            with self.block(f"except {self.pick('KeyError', 'RuntimeError', 'Exception')} as error:"):
                self.line("print('    outer caught', chain(error))")
                self.line(self.pick("raise", "yield 'outer'", "pass"))
            with self.block("finally:"):
                self.line("print('    outer ends', chain(sys.exception()))")
                self.line(self.pick("pass", "pass", "yield 'last'"))
            self.line("return 'outer'")
        self.line(f"{made} = {outer}({self.below(4)})")
        steps = ["next({})", "next({})", "{}.send(7)", "{}.send(None)", f"{{}}.throw({self.short_error()})",
                 "{}.close()",
                 "{}.throw(GeneratorExit)", "{}.gi_yieldfrom is None", "list({})", "[*{}]", "next({}, 'end')",
                 "{}.throw(ValueError, 'text')", "{}.gi_frame is None", "{}.gi_suspended", "sum(1 for _ in {})",
                 "dict.fromkeys({})", "tuple(zip({}, 'abc'))"]
        for _ in range(2 + self.below(4)):
            self.attempt(f"print('   ', show({self.pick(*steps).format(made)}))")
        self.exhaust(made)

    def write_coroutine_steps(self):
        """A coroutine driven by hand."""
        name, made = self.name("f"), self.name("c")
        with self.block(f"class {name}Awaitable:"):
            with self.block("def __await__(self):"):
                self.line(self.pick("got = yield 1; print('    got', got); return got", "return iter([1, 2])",
                                    "yield from (5, 6)", "return 5"))
        with self.block(f"async def {name}(n):"):
            with self.block("try:"):
                self.line(f"value = await {name}Awaitable()")
                self.line("print('    value', value)")
                self.line(self.pick("return n", f"await {name}Awaitable()", f"raise {self.short_error()}",
                                    f"return [await {name}Awaitable() for _ in range(2)]", "await n"))
            with self.block("finally:"):
                self.line("print('    ends', chain(sys.exception()))")
        self.line(f"{made} = {name}({self.below(4)})")
        for _ in range(2 + self.below(3)):
            step = self.pick("{}.send(None)", "{}.send(None)", "{}.send(3)", "{}.throw(ValueError(1))", "{}.close()",
                             "{}.cr_await is None", "{}.__await__().__next__()", "{}.cr_running")
            self.attempt(f"print('   ', show({step.format(made)}))")
        self.line(f"{made}.close()")

    def write_descriptors(self):
        name, made = self.name("C"), self.name("o")
        with self.block(f"class {name}{self.pick('', '(Number)', '(dict)')}:"):
            self.line(f"a = {self.pick('Described()', 'Stored()')}")
            self.line(f"b = {self.pick('Described()', 'Stored()', 'property(lambda self: 5)')}")
            if self.chance(0.4):
                with self.block("def __getattribute__(self, name):"):
                    self.line("print('    get', name) if name[0] != '_' else None")
                    self.line("return super().__getattribute__(name)")
            if self.chance(0.4):
                with self.block("def __getattr__(self, name):"):
                    self.line(self.pick("return name", "raise AttributeError(f'no {name}')", "return self.a"))
            if self.chance(0.3):
                with self.block("def __delattr__(self, name):"):
                    self.line("print('    del', name)")
                    self.line(self.pick("super().__delattr__(name)", "pass"))
            self.line("@property")
            with self.block("def c(self):"):
                self.line(self.pick("return self._c", "return 3", "raise AttributeError('inside')"))
            if self.chance(0.6):
                self.line("@c.setter")
                with self.block("def c(self, value):"):
                    self.line("self._c = value")
            if self.chance(0.4):
                self.line("@c.deleter")
                with self.block("def c(self):"):
                    self.line("del self._c")
            self.line("@classmethod")
            with self.block("def d(cls, *rest):"):
                self.line("return cls.__name__, rest")
            self.line("e = staticmethod(lambda *rest: rest)")
            self.line("@functools.cached_property")
            with self.block("def f(self):"):
                self.line("print('    computed')")
                self.line("return 1")
        with self.block("try:"):
            self.line(f"{made} = {name}({self.pick('', '3')})")
            for _ in range(5):
                attribute = self.pick("a", "b", "c", "d", "e", "f", "x")
                self.attempt(self.pick(
                    f"print('   ', show({made}.{attribute}))", f"print('   ', show({name}.{attribute}))",
                    f"{made}.{attribute} = {self.below(9)}", f"del {made}.{attribute}",
                    f"print('   ', {made}.{attribute}(1))", f"print('   ', {name}.{attribute}(2))",
                    f"{name}.{attribute} = {self.pick('Stored()', 'Described()', '5')}", f"{made}.{attribute} += 1",
                    f"print('   ', hasattr({made}, '{attribute}'), getattr({made}, '{attribute}', 0) == 0)",
                    f"print('   ', sorted(vars({made})))", f"{made}.__dict__['{attribute}'] = 1",
                    f"print('   ', '{attribute}' in dir({made}))"))
        with self.block("except Exception as error:"):
            self.line("print('   ', chain(error))")

    def write_hierarchy(self):
        """Multiple inheritance, super(), and orders of resolution."""
        names = [self.name("K") for _ in range(4)]
        for index, name in enumerate(names):
            count = self.below(min(index, 2) + 1)
            bases = self.random.sample(names[:index], count)
            with self.block("try:"):
                keywords = [*bases, *(["tag=1"] if self.chance(0.2) else []),
                            *(["Registered"] if self.chance(0.2) else [])]
                keywords.sort(key=lambda word: "=" in word)
                with self.block(f"class {name}({', '.join(keywords)}):"):
                    self.line(f"value = '{name}'")
                    with self.block("def who(self, *rest):"):
                        with self.block("try:"):
                            self.line(f"return ['{name}', *super().who(*rest)]")
                        with self.block("except AttributeError:"):
                            self.line(f"return ['{name}', *rest]")
                    if self.chance(0.4):
                        with self.block("def __init__(self, *rest, **more):"):
                            self.line(f"print('    init {name}', rest)")
                            self.line("super().__init__(*rest[1:], **more)")
                    if self.chance(0.3):
                        self.line(self.pick("__eq__ = None", "__hash__ = None", "__len__ = lambda self: 0",
                                            "def __class_getitem__(cls, item): return cls.__name__, item",
                                            "who = classmethod(lambda cls, *rest: [cls.__name__])",
                                            "def __eq__(self, other): return NotImplemented"))
            with self.block("except TypeError as error:"):
                self.line("print('   ', chain(error))")
                self.line(f"{name} = Number")
        last = names[-1]
        for _ in range(3):
            self.attempt(self.pick(
                f"print('   ', [kind.__name__ for kind in {last}.__mro__])", f"print('   ', {last}().who(1))",
                f"print('   ', {last}(1, 2).value)", f"print('   ', {last}[3])", f"print('   ', bool({last}()))",
                f"print('   ', {last}.who({last}()))", f"print('   ', {last}() == {last}(), hash({last}()) != 0)",
                f"print('   ', issubclass({last}, {names[0]}), isinstance({last}(), ({names[1]}, int)))",
                f"print('   ', {last}.__bases__[0].__name__, {last}.__qualname__)",
                f"print('   ', super({names[0]}, {last}()).who())"))

    def write_metaclass(self):
        name, made = self.name("M"), self.name("o")
        with self.block("try:"):
            with self.block(f"class {name}({self.pick('', 'Number, ', 'Registered, ')}metaclass=Meta"
                            f"{self.pick('', ', option=1')}):"):
                self.line(f"field = {self.below(9)}")
                self.line(self.pick("size = 5", "pass", "def __init__(self, n=0): self.n = n",
                                    "def __new__(cls, *rest): return 5", "__slots__ = ()"))
            for use in self.random.sample([f"{name}.size", f"{name}.other", f"3 in {name}", f"4 in {name}",
                                           f"{name}(1).n",
                                           f"{name}().size", f"type({name}).__name__", f"{name}.field",
                                           f"{name}._hidden",
                                           f"isinstance({name}, Meta)", f"{name}(1, 2)", f"{name}.mro()[0].__name__",
                                           f"type('Made', ({name},), {{'field': 1}}).field", f"len({name})"], 4):
                self.attempt(f"print('   ', show({use}))")
            self.line(f"{made} = {name}.__dict__.get('field')")
        with self.block("except TypeError as error:"):
            self.line("print('   ', chain(error))")

    def group(self, depth=0):
        parts = [self.group(depth + 1) if self.chance(0.3) and depth < 2 else
                 self.pick("ValueError(1)", "KeyError(2)", "TypeError('t')", "OSError('o')", "IndexError()")
                 for _ in range(1 + self.below(3))]
        return f"ExceptionGroup('group{depth}', [{', '.join(parts)}])"

    def write_groups(self):
        with self.block("try:"):
            with self.block("try:"):
                self.line(f"raise {self.group() if self.chance(0.8) else self.short_error()}")
            for kind in self.random.sample(["ValueError", "(KeyError, TypeError)", "LookupError", "Exception",
                                            "OSError"],
                                           1 + self.below(3)):
                with self.block(f"except* {kind} as error:"):
                    self.line(f"print('    {kind.strip('()')}', chain(error))")
                    self.line(self.pick("pass", "raise", "raise error", "raise RuntimeError('new')",
                                        "error.add_note('n')",
                                        "raise RuntimeError('new') from error", "raise error.exceptions[0]",
                                        "print('   ', chain(error.subgroup(ValueError)))",
                                        "print('   ', [chain(x) for x in error.split(lambda e: len(e.args) == 1)])",
                                        "print('   ', chain(error.derive([KeyError(9)])))",
                                        "raise ExceptionGroup('again', [error, ValueError(7)])"))
            if self.chance(0.3):
                with self.block("else:"):
                    self.line("print('    else')")
            if self.chance(0.3):
                with self.block("finally:"):
                    self.line("print('    finally', chain(sys.exception()))")
        with self.block("except BaseException as error:"):
            self.line("print('   ', chain(error))")

    def rich_pattern(self, depth=0):
        inner = (lambda: self.rich_pattern(depth + 1)) if depth < 2 else (lambda: self.pick("_", "1", "'a'", "int()"))
        name = self.name("c")
        return self.pick("_", "1", "-2.5", "'a'", "b'abc'", "None", "True", "Color.RED", name, f"int({name})", "str()",
                         f"Point({inner()})", f"Point({inner()}, y={inner()})", f"Point(x={inner()})",
                         f"[{inner()}, *{name}]",
                         f"[*_, {inner()}]", f"({inner()}, {inner()})", f"[{inner()}, *_, {inner()}]", "[]", "()",
                         f"{{'k': {inner()}}}", f"{{1: {inner()}, **{name}}}", "{}", f"({inner()}) as {name}",
                         "1 | 2 | 'a'", f"(int() | str()) as {name}", "bool()", "float() | int()", "dict()", "list(_)",
                         f"[[{inner()}], *_]", f"Point({inner()}, {inner()}, 3)", "Point(z=1)", "object()", "'a' | 'b'")

    def write_patterns(self):
        subjects = ["1", "[1, 2]", "(1, 'a', None)", "Point(1, 'a')", "Point([1], 2.5)", "{'k': 1, 1: 'a'}", "'a'",
                    "b'abc'",
                    "[]", "[[1], 2, 3]", "Color.RED", "2.5", "-2.5", "True", "range(2)", "{'k': [1, 2]}",
                    "Point(Point(1), 2)",
                    "collections.deque([1, 2])", "collections.Counter('aab')", "None", "{1, 2}", "iter([1])",
                    "Number(1)"]
        self.line("class Color(enum.Enum): RED, GREEN = 1, 2")
        for subject in self.random.sample(subjects, 3):
            with self.block("try:"):
                with self.block(f"match {subject}{self.pick('', '', ', 1')}:"):
                    for _ in range(1 + self.below(3)):
                        pattern = self.rich_pattern()
                        names = sorted(set(re.findall(r"\bc\d+\b", pattern)))
                        always = re.fullmatch(r"\(*(_|c\d+)\)*( as c\d+)?", pattern)
                        guard = " if walrus is None" if always or self.chance(0.2) else ""
                        with self.block(f"case {pattern}{guard}:"):
                            captured = ", ".join(f"show({name})" for name in names)
                            self.line(f"print('    matched', {pattern!r}, {captured or 0})")
                    with self.block("case _:"):
                        self.line("print('    none')")
            with self.block("except Exception as error:"):
                self.line("print('   ', chain(error))")

    def write_managers(self):
        exits = self.pick("return True", "return False", "raise KeyError('exit')", "return kind is ValueError",
                          "raise error from None", "raise error", "return 1 / 0")
        name = self.name("W")
        with self.block(f"class {name}:"):
            with self.block("def __enter__(self):"):
                self.line(self.pick("return 5", f"raise {self.short_error()}", "return self", "return self"))
            with self.block("def __exit__(self, kind, error, traceback):"):
                self.line("print('    exit', chain(error), chain(sys.exception()))")
                self.line(exits)
        managers = self.random.sample([f"{name}() as w", f"{name}()", "managed('one') as m",
                                       "managed('two', ValueError)",
                                       "contextlib.suppress(KeyError)", "Manager(False)",
                                       "contextlib.ExitStack() as stack",
                                       "contextlib.nullcontext(3) as n", "5", "contextlib.closing(x for x in 'a')"], 2)
        with self.block("try:"):
            with self.block(f"with {', '.join(managers)}:"):
                self.line(self.pick("pass", f"raise {self.short_error()}", f"raise {self.short_error()}",
                                    "stack.callback(print, '    called'); raise ValueError(3)",
                                    "stack.push(lambda *rest: print('    pushed', chain(rest[1]))); raise KeyError(4)",
                                    "stack.enter_context(managed('three')); raise ValueError(5)"))
            self.line("print('    behind')")
        with self.block("except BaseException as error:"):
            self.line("print('   ', chain(error))")

    def write_iteration(self):
        self.has_no_walrus = True
        items = self.sequence(1)
        uses = [f"list(zip({items}, {self.sequence(1)}, strict={self.pick('True', 'False')}))",
                f"list(map(lambda *x: x, {items}, range(2)))", f"list(iter(iter([1, 2, 0, 3]).__next__, 0))",
                f"list(itertools.accumulate({items}, lambda a, b: (a, b)))[:4]",
                f"list(itertools.chain({items}, 'ab'))",
                f"list(itertools.islice({items}, {self.below(3)}, None, {1 + self.below(2)}))",
                f"[(k, list(g)) for k, g in itertools.groupby({items}, type)] == 0",
                f"list(itertools.zip_longest({items}, 'abc', fillvalue=0))", f"list(itertools.pairwise({items}))",
                f"functools.reduce(lambda a, b: [a, b], {items}, 0)", f"list(itertools.batched({items}, 2))",
                f"sorted({items}, key=lambda x: (str(type(x)), str(x)), reverse=True)",
                f"max({items}, key=str, default=None)",
                f"collections.Counter(map(str, {items})).most_common(2)", f"list(collections.deque({items}, maxlen=2))",
                f"[*enumerate(reversed(list({items})), start={self.below(4)})]", f"dict(enumerate({items}))",
                f"(lambda a, *b, c=1, **d: (a, b, c, d))(*{items})", f"min(*{items})", f"next(x for x in {items} if x)",
                f"list(filter(lambda x: x and x != 1, {items}))", f"iter({items}).__length_hint__()",
                f"{{**dict.fromkeys(map(str, {items}), 1)}}", f"list(itertools.product({items}, repeat=2))[:5]",
                f"any(x == {self.literal('int')} for x in {items})", f"sum(map(len, map(str, {items})))"]
        self.has_no_walrus = False
        for use in self.random.sample(uses, 3):
            self.attempt(f"print('   ', show({use}))")

    def write_scopes(self):
        name = self.name("f")
        variable = self.name("s")
        self.line(f"{variable} = 1")
        with self.block(f"def {name}(a={self.expression('int')}):"):
            self.line(self.pick(f"global {variable}", "pass", f"print('   ', {variable})", f"{variable} = 2"))
            self.line(self.pick(f"{variable} = a", f"print('   ', [{variable} for _ in range(2)])", f"del {variable}",
                                f"x = [{variable} := i for i in range(2)]", f"{variable} += 1", "a = lambda: a"))
            with self.block("class Inner:"):
                self.line(self.pick(f"print('   ', {variable})", f"{variable} = 5", "b = [a for _ in range(2)]",
                                    "c = 1; d = [c for _ in range(1)]", f"nonlocal a; a = 4",
                                    "def m(self): return __class__"))
            self.line(self.pick("functions = [lambda: i for i in range(3)]",
                                "functions = [lambda i=i: i for i in range(3)]",
                                "functions = [(lambda j: lambda: j)(i) for i in range(3)]"))
            other = self.pick("a", variable, "sorted(locals())", "Inner.__qualname__")
            self.line(f"return [f() for f in functions], {other}")
        self.attempt(f"print('   ', show({name}({self.pick('', '3')})))")
        self.attempt(f"print('   ', {variable})")

    def write_slots(self):
        name, made = self.name("S"), self.name("o")
        with self.block("try:"):
            with self.block(f"class {name}({self.pick('', 'Point', 'int', 'tuple', 'Exception')}):"):
                slots = self.pick("'a'", "('a', 'b')", "()", "('a', '__dict__')", "['a', '__private']")
                self.line(f"__slots__ = {slots}")
                if self.chance(0.2):
                    self.line("a = 1")
            self.line(f"{made} = {name}()")
            for _ in range(3):
                attribute = self.pick("a", "b", "x", "__dict__")
                self.attempt(self.pick(f"{made}.{attribute} = 1", f"print('   ', {made}.{attribute})",
                                       f"del {made}.{attribute}",
                                       f"print('   ', type({name}.{attribute}).__name__)",
                                       f"print('   ', hasattr({made}, '__dict__'))"))
        with self.block("except Exception as error:"):
            self.line("print('   ', chain(error))")

    def write_record(self):
        name, made = self.name("R"), self.name("o")
        with self.block("try:"):
            if self.chance(0.6):
                options = self.pick("", "(order=True)", "(frozen=True)", "(slots=True)", "(eq=False)", "(kw_only=True)",
                                    "(repr=False, unsafe_hash=True)")
                self.line(f"@dataclasses.dataclass{options}")
                with self.block(f"class {name}:"):
                    self.line("a: int")
                    self.line(f"b: object = {self.pick('5', 'dataclasses.field(default_factory=list)', 'None', '[]')}")
                    self.line(self.pick("c: str = dataclasses.field(default='x', compare=False)", "c = 1",
                                        "def __post_init__(self): print('    post', self.b)",
                                        "d: dataclasses.InitVar[int] = 3"))
            elif self.chance(0.5):
                self.line(f"{name} = collections.namedtuple('{name}', 'a b c', defaults=[5])")
            else:
                with self.block(f"class {name}(enum.{self.pick('Enum', 'IntEnum', 'Flag', 'StrEnum')}):"):
                    self.line(self.pick("a = 1; b = 2; c = 1", "a, b = enum.auto(), enum.auto()", "a = 'x'; b = 'y'",
                                        "a = 1"))
            uses = [f"{name}(1)", f"{name}(1, 2)", f"{name}(a=1)", f"{name}(1, 2) == {name}(1, 2)",
                    f"{name}(1) < {name}(2, 0)",
                    f"len({{{name}(1, 2), {name}(1, 2)}})", f"dataclasses.asdict({name}(1, 2))",
                    f"{name}(2, 1)._replace(a=0)",
                    f"list({name})", f"{name}.a", f"{name}['b']", f"{name}('x')", f"{name}.a | {name}.b",
                    f"repr({name}.b)",
                    f"dataclasses.replace({name}(1, 2), a=3)", f"{name}(1, 2).b", f"{name}.__members__",
                    f"str({name}.a)",
                    f"[field.name for field in dataclasses.fields({name})]", f"{name}.a is {name}(1)",
                    f"{name}.a in {name}"]
            for use in self.random.sample(uses, 5):
                self.attempt(f"print('   ', show({use}))")
            self.attempt(f"{made} = {name}(1, 2)", f"{made}.a = 5", f"print('   ', {made}.a)")
        with self.block("except Exception as error:"):
            self.line("print('   ', chain(error))")

    def write_decorated(self):
        name = self.name("f")
        self.line(self.pick("@functools.lru_cache(maxsize=2)", "@functools.cache", "@functools.wraps(print)",
                            "@functools.singledispatch", "@(lambda f: lambda *x, **k: (f.__name__, f(*x, **k)))",
                            "@staticmethod",
                            "@functools.partial(functools.partial, b=7)", "@contextlib.contextmanager", "@property"))
        with self.block(f"def {name}(a=1, *, b=2):"):
            self.line("print('    called', show(a), show(b))")
            self.line("return a, b")
        for _ in range(3):
            self.attempt(f"print('   ', show({name}({self.pick('', '1', '[1]', 'b=3', '1, 2', '2.0')})))"
                         if self.chance(0.8) else f"print('   ', {name}.__name__, {name}.__wrapped__.__name__)")

    def write_calls(self):
        """How arguments meet parameters, and what is said when they do not."""
        name = self.name("f")
        parameters = self.pick("a, b", "a, /, b", "*, a, b=2", "a, *b", "a=1, **b", "a, b=2, /, *, c", "*a, b",
                               "a, /, **b",
                               "", "a, b, c=1, *d, e, f=2, **g", "a, *, b", "*a, **b", "a, b, /")
        names = [word.strip("*").split("=")[0] for word in parameters.split(", ") if word not in ("/", "*", "")]
        self.line(f"def {name}({parameters}): return [{', '.join(names)}]")
        for _ in range(3):
            parts = [str(self.below(9)) for _ in range(self.below(4))]
            parts += self.pick([], ["*[1]"], ["*'ab'"], ["*5"], ["*range(2)"])
            parts += [f"{word}={self.below(9)}" for word in self.random.sample("abcxe", self.below(3))]
            parts += self.pick([], [], ["**{'b': 1}"], ["**{'z': 1}"], ["**{1: 2}"], ["**5"], ["**{'a': 1, 'e': 2}"])
            self.attempt(f"print('   ', show({name}({', '.join(parts)})))")
