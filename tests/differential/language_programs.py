# SPDX-License-Identifier: MIT
#
# Random programs of the language itself: classes with operators, exceptions, generators, comprehensions, pattern
# matching, formatting, closures. They print their values and the exceptions that they raise, with messages.
# language_subjects.py has the statements that go through one subject each.
#
# A program ends: loops are bounded and functions do not call each other. Sets are shown sorted, and nothing shows an
# address.
from language_subjects import LanguageSubjects

PRELUDE = '''
import collections
import contextlib
import dataclasses
import enum
import functools
import itertools
import re
import sys


def show(value, depth=0):
    """The text of a value: sets in one order, no addresses."""
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + str(sorted(show(item) for item in value))
    if type(value) in (list, tuple) and depth < 5:
        return f"{type(value).__name__}({', '.join(show(item, depth + 1) for item in value)})"
    if type(value) is dict and depth < 5:
        return "{" + ", ".join(f"{show(key, depth + 1)}: {show(item, depth + 1)}" for key, item in value.items()) + "}"
    return re.sub("0x[0-9a-f]{6,}", "0x", repr(value))[:300]


def number(value):
    """What a set may hold whose order is seen: the hashes of other values are not the same in every run."""
    return value if isinstance(value, (int, float, list, dict)) and value == value else len(show(value))


def numbers(values):
    return [number(value) for value in values]


def hashed(value):
    return hash(value) if hash(value) and isinstance(value, (int, float)) and value == value else 0


def failed(error):
    text = re.sub("0x[0-9a-f]{6,}", "0x", str(error))[:300]
    links = [type(x).__name__ for x in (error.__cause__, error.__context__) if x]
    print("   ", type(error).__name__, text, *links)


class Number:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Number({self.n!r})"

    def __add__(self, other):
        return Number(self.n + other) if isinstance(other, int) else NotImplemented

    def __radd__(self, other):
        return Number(other + self.n)

    def __eq__(self, other):
        return isinstance(other, Number) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __index__(self):
        return self.n


HELD = []


def held(generator):
    """A delegate, which may be left where it is when its delegation has failed."""
    HELD.append(generator)
    return generator


def end_held():
    while HELD:
        try:
            HELD.pop().close()
        except BaseException as error:
            print("    held", type(error).__name__)


class Empty:
    """An iterator that shows no address."""

    def __repr__(self):
        return "empty"

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print("    enter")
        return self

    def __exit__(self, kind, error, traceback):
        print("    exit", kind and kind.__name__)
        return self.swallow


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({show(self.x)}, {show(self.y)})"


class Described:
    """A data descriptor unless `kind` says otherwise."""

    def __set_name__(self, owner, name):
        print("    named", owner.__name__, name)
        self.name = name

    def __get__(self, instance, owner=None):
        return (self.name, instance is None, owner is None)


class Stored(Described):
    def __set__(self, instance, value):
        print("    set", self.name, show(value))
        instance.__dict__["_" + self.name] = value

    def __delete__(self, instance):
        print("    delete", self.name)


class Meta(type):
    def __new__(mcs, name, bases, namespace, **keywords):
        print("    class", name, [base.__name__ for base in bases], sorted(keywords))
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)

    def __call__(cls, *arguments, **keywords):
        print("    call", cls.__name__, len(arguments))
        return super().__call__(*arguments, **keywords)

    def __contains__(cls, item):
        return item == 3

    def __getattr__(cls, name):
        if name[0] == "_":
            raise AttributeError(name)
        return ("of the class", name)

    @property
    def size(cls):
        return len(cls.__mro__)


class Registered:
    def __init_subclass__(cls, /, tag=None, **keywords):
        super().__init_subclass__(**keywords)
        print("    subclass", cls.__name__, tag)


def chain(error, depth=0):
    """An exception with all that is linked to it."""
    if error is None or depth > 5:
        return "-" if error is None else "..."
    text = f"{type(error).__name__}({', '.join(show(argument) for argument in error.args)[:80]})"
    if isinstance(error, BaseExceptionGroup):
        text += "[" + "; ".join(chain(part, depth + 1) for part in error.exceptions) + "]"
    for name in ("__cause__", "__context__"):
        if getattr(error, name) is not None:
            text += f" {name[2:-2]} ({chain(getattr(error, name), depth + 1)})"
    return text + (" suppressed" if error.__suppress_context__ else "") + str(getattr(error, "__notes__", ""))


@contextlib.contextmanager
def managed(name, swallow=()):
    print("    begin", name)
    try:
        yield name
    except swallow as error:
        print("    swallowed", chain(error))
    finally:
        print("    end", name, chain(sys.exception()))


walrus = other = None
'''

BINARY = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "and": "&", "or": "|",
    "xor": "^",
          "lshift": "<<", "matmul": "@", "pow": "**"}


class LanguageProgram(LanguageSubjects):
    """One random program."""

    PRELUDES = (PRELUDE,)
    COMPOUND = {
        "if": 3, "while": 1.5, "for": 3, "try": 4, "function": 3, "generator": 3, "class": 3, "match": 3, "with": 2,
        "closure": 1, "raise": 0.7, "chain": 3, "jumps": 2, "delegation": 3, "coroutine_steps": 1, "descriptors": 2,
        "hierarchy": 2, "metaclass": 1.5, "groups": 2, "patterns": 3, "managers": 2, "iteration": 2, "scopes": 2,
        "slots": 1, "record": 1.5, "decorated": 1, "calls": 1.5}

    def __init__(self, seed):
        super().__init__(seed)
        self.variables = {kind: [] for kind in self.TYPES}
        self.depth = 0
        self.in_loop = False
        for text in self.PRELUDES:
            self.source(text)
        for _ in range(8 + self.below(8)):
            with self.block("try:"):
                self.statement()
            with self.block("except Exception as error:"):
                self.line("failed(error)")
        self.line("end_held()")
        if self.chance(0.1):
            self.line(f"raise {self.raised()}")

    def statement(self):
        simple = {"assign": 8, "print": 6, "augmented": 4, "unpack": 3, "store": 3, "mutate": 4, "assert": 1, "del": 1}
        kind = self.one_of(simple if self.depth > 2 else simple | self.COMPOUND)
        getattr(self, "write_" + kind)()

    def body(self, limit=3):
        self.depth += 1
        for _ in range(1 + self.below(limit)):
            self.statement()
        self.depth -= 1

    def show(self, expression):
        self.line(f"print(show({expression}))")

    def raised(self):
        return self.pick(f"ValueError({self.expression()})", f"KeyError({self.expression('str')})", "TypeError('made')",
            "ZeroDivisionError",
                         f"ExceptionGroup('group', [ValueError(1), TypeError({self.expression('int')})])",
                         "StopIteration(3)", f"OSError({200 + self.below(40)}, 'text')",
                         f"Exception({self.expression()}, {self.below(9)})",
                         f"IndexError() from KeyError({self.below(9)})", "LookupError() from None")

    # --- Simple statements ---

    def write_assign(self):
        kind = self.pick(*self.TYPES)
        value = self.expression(kind)
        # What is assigned again and again must not grow without bounds.
        known = self.variables[kind] if not self.depth else []
        name = self.pick(*known) if known and self.chance(0.4) else self.name("v")
        limit = {"int": " % 10**30", "str": "[:40]", "bytes": "[:40]", "list": "[:20]", "tuple": "[:20]"}.get(kind, "")
        self.line(f"{name} = {value}{limit}" if name in known else f"{name} = {value}")
        self.show(name)
        if not self.depth and name not in self.variables[kind]:
            self.variables[kind].append(name)

    def write_print(self):
        if self.chance(0.8):
            self.show(self.expression())
        else:
            separator, end = self.pick("", "-", ", "), self.pick(".", "")
            values = f"{self.expression('int')}, {self.expression('str')}"
            self.line(f"print({values}, sep={separator!r}, end={end!r} + chr(10))")

    def write_augmented(self):
        kind = self.pick("int", "float", "str", "list", "set", "dict", "tuple")
        if self.variables[kind]:
            name = self.pick(*self.variables[kind])
            operators = {"int": ("+", "-", "*", "//", "%", "|", "&", "^"), "float": ("+", "-", "/", "%"), "set": ("|",
                "&", "-", "^"), "dict": ("|",)}
            operator = self.pick(*operators.get(kind, ("+",)))
            self.line(f"{name} {operator}= {self.literal(kind)}")
            self.show(name)
        else:
            self.write_assign()

    def write_unpack(self):
        names = [self.name("p") for _ in range(1 + self.below(3))]
        starred = self.below(len(names))
        targets = [f"*{name}" if i == starred and self.chance(0.6) else name for i, name in enumerate(names)]
        if len(targets) > 1 and self.chance(0.2):
            targets[-1] = f"[{targets[-1]}, {names[0]}]"
        self.line(f"{', '.join(targets)}, = {self.sequence(1)}")
        self.show(f"({', '.join(names)},)")

    def write_store(self):
        kind = self.pick("list", "dict")
        if not self.variables[kind]:
            return self.write_assign()
        name = self.pick(*self.variables[kind])
        if kind == "list":
            self.line(self.pick(f"{name}[{self.small(1)}] = {self.expression()}",
                f"{name}[{self.slice(1)}] = {self.sequence(1)}",
                                f"del {name}[{self.small(1)}]", f"del {name}[{self.slice(1)}]",
                                f"{name}[{self.small(1)}] += {self.expression('int')}"))
        else:
            self.line(self.pick(f"{name}[{self.expression()}] = {self.expression()}",
                f"del {name}[{self.expression('int')}]", f"{name}['a'] = {name}.get('a', 0) + 1"))
        self.show(name)

    def write_mutate(self):
        kind = self.pick("list", "dict", "set")
        if not self.variables[kind]:
            return self.write_assign()
        name = self.pick(*self.variables[kind])
        calls = {
            "list": (f"append({self.expression()})", f"extend({self.literal('list')})",
            f"insert({self.small(1)}, {self.expression()})", f"pop({self.small(1)})", "pop()",
                     f"remove({self.expression('int')})", "reverse()", "sort()", "sort(key=str)", "clear()", "copy()",
                     f"index({self.expression('int')}, {self.small(1)})"),
            "dict": (f"update({self.expression('dict')})", f"pop({self.expression('str')}, None)",
            f"pop({self.expression('int')})", "popitem()",
                     f"setdefault({self.expression('str')}, {self.expression()})", f"get({self.expression()})",
                     "clear()"),
            "set": (f"add(number({self.expression('int')}))", f"discard({self.expression('str')})",
            f"remove({self.expression('int')})", f"update(numbers({self.sequence(1)}))",
                    f"symmetric_difference_update(numbers({self.sequence(1)}))")}
        self.show(f"{name}.{self.pick(*calls[kind])}")
        self.show(name)

    def write_assert(self):
        self.line(f"assert {self.condition()}, {self.expression()}")

    def write_del(self):
        name = self.name("d")
        self.line(f"{name} = {self.expression()}")
        self.line(f"del {name}")
        self.line(f"print({name})")

    def write_raise(self):
        self.line(f"raise {self.raised()}")

    # --- Compound statements ---

    def write_if(self):
        with self.block(f"if {self.condition()}:"):
            self.body()
        if self.chance(0.3):
            with self.block(f"elif {self.condition()}:"):
                self.body(2)
        if self.chance(0.5):
            with self.block("else:"):
                self.body(2)

    def leave_loop(self):
        if self.chance(0.5):
            with self.block(f"if {self.condition()}:"):
                self.line(self.pick("break", "continue"))

    def write_while(self):
        name = self.name("i")
        self.line(f"{name} = 0")
        with self.block(f"while {name} < {1 + self.below(4)}:"):
            self.line(f"{name} += 1")
            self.body(2)
            self.leave_loop()
        if self.chance(0.4):
            with self.block("else:"):
                self.body(1)

    def write_for(self):
        name = self.name("x")
        items = self.pick(self.sequence(1), f"range({self.below(5)})", f"enumerate({self.sequence(1)})")
        with self.block(f"for {name} in list({items})[:9]:"):
            self.show(name)
            self.leave_loop()
            self.body(2)
        if self.chance(0.3):
            with self.block("else:"):
                self.body(1)

    def write_try(self):
        with self.block("try:"):
            self.body()
            if self.chance(0.5):
                self.line(f"raise {self.raised()}")
        groups = self.chance(0.2)
        caught = self.chance(0.8)
        if caught:
            kinds = self.random.sample(["ValueError", "(TypeError, KeyError)", "LookupError", "Exception",
                "ArithmeticError"], 1 + self.below(3))
            for kind in kinds:
                with self.block(f"except{'*' if groups else ''} {kind} as error:"):
                    self.line(f"print('caught', {kind!r}, type(error).__name__)")
                    self.body(1)
                    if self.chance(0.3):
                        self.line(self.pick("raise", f"raise {self.raised()}", "raise RuntimeError('new') from error"))
            if self.chance(0.3):
                with self.block("else:"):
                    self.body(1)
        if not caught or self.chance(0.4):
            with self.block("finally:"):
                self.line("print('finally')")
                self.body(1)

    def parameters(self):
        """The names of parameters, and how a `def` spells them."""
        names = [self.name("a") for _ in range(self.below(4))]
        spelled, defaults = [], False
        for name in names:
            defaults = defaults or self.chance(0.4)
            spelled.append(f"{name}={self.literal('int')}" if defaults else name)
        if names and self.chance(0.2):
            spelled.insert(1 + self.below(len(names)), "/")
        for extra, probability in (("*rest", 0.3), ("key=1", 0.3), ("**more", 0.3)):
            if self.chance(probability):
                if extra == "key=1" and "*rest" not in spelled:
                    spelled.append("*")
                spelled.append(extra)
                names.append(extra.strip("*").split("=")[0])
        return names, ", ".join(spelled)

    def call_arguments(self):
        parts = [self.expression() for _ in range(self.below(4))]
        if self.chance(0.2):
            parts.append(f"*{self.sequence(1)}")
        if self.chance(0.3):
            parts.append(f"key={self.expression()}")
        if self.chance(0.15):
            parts.append(f"**{self.expression('dict')}")
        return ", ".join(parts)

    def write_function(self):
        name = self.name("f")
        names, spelled = self.parameters()
        with self.block(f"def {name}({spelled}):"):
            self.body(2)
            self.line(f"return ({''.join(n + ', ' for n in names)}{self.expression()})")
        for _ in range(1 + self.below(3)):
            with self.block("try:"):
                self.show(f"{name}({self.call_arguments()})")
            with self.block("except Exception as error:"):
                self.line("failed(error)")

    def write_closure(self):
        name, inner = self.name("f"), self.name("g")
        with self.block(f"def {name}(n):"):
            self.line("count = n")
            with self.block(f"def {inner}(step={self.expression('int')}):"):
                self.line("nonlocal count")
                self.line(f"count {self.pick('+', '-', '*')}= step")
                self.line("return count, n")
            self.line(f"return {inner}")
        self.line(f"{inner} = {name}({self.expression('int')})")
        self.show(f"({inner}(), {inner}({self.expression('int')}), {inner}.__closure__ is not None)")

    def write_generator(self):
        name, made = self.name("f"), self.name("g")
        with self.block(f"def {name}(n):"):
            with self.block("try:"):
                with self.block("for i in range(n):"):
                    self.line(f"got = yield {self.pick('i', '(i, n)', self.expression())}")
                    self.line("print('    got', got)")
                if self.chance(0.4):
                    self.line(f"yield from {self.sequence(1)}")
            if self.chance(0.6):
                caught = self.pick("ValueError", "GeneratorExit", "Exception", "BaseException")
                with self.block(f"except {caught} as error:"):
                    self.line("print('    caught', type(error).__name__)")
                    self.line(self.pick("yield 'caught'", "raise", "return 5", "pass"))
            with self.block("finally:"):
                self.line("print('    finally')")
            self.line(f"return {self.expression('int')}")
        self.line(f"{made} = {name}({self.below(4)})")
        for _ in range(1 + self.below(4)):
            step = self.pick("next({})", "{}.send(None)", "{}.send(7)", "{}.throw(ValueError('thrown'))", "{}.close()",
                "list({})", "next({}, 'end')", "{}.gi_running")
            with self.block("try:"):
                self.show(step.format(made))
            with self.block("except (Exception, StopIteration) as error:"):
                self.line("failed(error)")
        self.exhaust(made)

    def exhaust(self, generator):
        """Nothing of a generator is left to its finalizer: when that would run is open."""
        with self.block("try:"):
            self.line(f"{generator}.close()")
        with self.block("finally:"):
            self.line(f"list({generator})")
        self.line("end_held()")

    def write_class(self):
        name = self.name("C")
        base = self.pick("", "(Number)", "(int)", "(list)", "(dict)", "(str)", "(Exception)")
        with self.block(f"class {name}{base}:"):
            if self.chance(0.2) and not base:
                self.line("__slots__ = ('x', 'y')")
            self.line(f"field = {self.expression()}" if self.chance(0.5) else "pass")
            for method in self.random.sample(["init", "operator", "compare", "len", "getitem", "call", "property",
                "getattr", "contains", "iter", "repr", "format", "bool", "classmethod", "set"], 2 + self.below(4)):
                self.write_method(method)
        self.use_class(name, base)

    def write_method(self, method):
        if method == "operator":
            operator = self.pick("", "r", "i") + self.pick(*BINARY)
            with self.block(f"def __{operator}__(self, other):"):
                self.line(f"return {self.pick('NotImplemented', repr(operator), 'other', '(1, other)')}")
            return
        heads = {"init": ("__init__(self, *args)", "self.x = args"),
            "compare": (f"__{self.pick('lt', 'eq', 'ge', 'gt', 'ne')}__(self, other)",
            f"return {self.expression('bool')}"),
                 "len": ("__len__(self)", f"return {self.small(1)}"), "getitem": ("__getitem__(self, key)",
                 f"return {self.pick('range(9)[key]', 'range(5)[key] * 2', '[1, 2, 3][key]')}"),
                 "call": ("__call__(self, *args, **more)", "return args, more"), "getattr": ("__getattr__(self, name)",
                 self.pick("return name", "raise AttributeError(name)")),
                 "contains": ("__contains__(self, item)", f"return {self.expression()}"), "iter": ("__iter__(self)",
                 f"yield from {self.sequence(1)}"),
                 "repr": ("__repr__(self)", f"return {self.pick(repr('made'), self.expression('str'))}"),
                 "format": ("__format__(self, spec)", "return f'<{spec}>'"),
                 "bool": ("__bool__(self)", f"return {self.pick('True', 'False', '1')}"),
                 "set": ("__setattr__(self, name, value)",
                 "print('    set', name); object.__setattr__(self, name, value)")}
        if method == "property":
            self.line("@property")
            heads[method] = ("y(self)", f"return {self.pick('self.x', self.expression())}")
        elif method == "classmethod":
            self.line(self.pick("@classmethod", "@staticmethod"))
            heads[method] = ("made(*args)", "return len(args)")
        with self.block(f"def {heads[method][0]}:"):
            self.line(heads[method][1])

    def use_class(self, name, base):
        made = self.name("o")
        arguments = {"(Number)": "3", "(int)": "5", "(list)": "[1, 2]", "(dict)": "{1: 2}", "(str)": "'text'",
            "(Exception)": "'text'"}.get(base, "")
        self.line(f"{made} = {name}({arguments})")
        uses = [f"{made}.x", f"{made}.y", f"{made}.field", f"{made}.missing", f"len({made})",
            f"{made}[{self.small(1)}]", f"{made}({self.expression()}, k=1)",
                f"{self.expression()} in {made}", f"list({made})", f"bool({made})", f"f'{{{made}:>4}}'",
                f"{made}.made(1)", f"{name}.made(1)",
                f"{made} == {self.expression()}", f"{made} < {self.expression()}", f"sorted([{made}, {made}])",
                f"setattr({made}, 'z', 1)", f"{name}.__mro__[1].__name__",
                f"isinstance({made}, {self.pick('int', 'Number', 'Exception')})",
                f"[each for each in dir({name}) if each[:2] != '__']",
                f"str({made})[:5]", f"hash({made}) == hash({made})"]
        for operator in self.random.sample(list(BINARY.values()), 4):
            uses += [f"{made} {operator} {self.expression()}", f"{self.expression()} {operator} {made}"]
        for use in self.random.sample(uses, 5):
            with self.block("try:"):
                self.show(use)
            with self.block("except Exception as error:"):
                self.line("failed(error)")

    def pattern(self, depth=0):
        kinds = ["_", "int()", "str(text)", "[]", "None", "1 | 2", "'a'", "float() | bool()", "-1", "[*all]",
            "{'a': value, **others}", "Number(n=n)", "list()"]
        if depth < 2:
            inner = self.pattern(depth + 1)
            kinds += [f"[{inner}, *_]", f"({inner}, _)" if inner != "_" else "(_, _)", f"{{1: {inner}}}",
                f"{inner} as whole" if inner not in ("_",) and " as " not in inner and "|" not in inner else "[_]"]
        return self.pick(*kinds)

    def write_match(self):
        with self.block(f"match {self.expression()}:"):
            for _ in range(1 + self.below(4)):
                pattern = self.pattern()
                guard = f" if {self.condition()}" if self.chance(0.3) or pattern == "_" else ""
                with self.block(f"case {pattern}{guard}:"):
                    self.line(f"print('matched', {pattern!r})")
            with self.block("case nothing:"):
                self.line("print('no case', show(nothing))")

    def write_with(self):
        managers = [f"Manager({self.pick('True', 'False')}) as {self.name('m')}" for _ in range(1 + self.below(2))]
        with self.block(f"with {', '.join(managers)}:"):
            self.body(2)
            if self.chance(0.4):
                self.line(f"raise {self.raised()}")
        self.line("print('after with')")
