from functools import *


def trace(function):
    @wraps(function)
    def wrapper(*args):
        """Wrapper's."""
        print("call", function.__name__)
        return function(*args)
    return wrapper


@trace
def add(a, b):
    """Adds."""
    return a + b


add.extra = 1
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(3, 4), add.__qualname__)


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a >= a, a <= a, Version.__ge__.__name__)
try:
    a <= 5
except (TypeError, AttributeError) as error:
    print(type(error).__name__)


@total_ordering
class Greater:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n


a, b = Greater(1), Greater(2)
print(a < b, a <= b, a > b, a >= b, a <= a, a < a)
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)

print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted("bAc", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(3) >= k(4), k(5).obj, min([k(3), k(2)]).obj)
try:
    k(1) < 5
except TypeError as error:
    print(error)


@singledispatch
def describe(value):
    return f"something: {value}"


@describe.register(int)
def _(value):
    return f"int {value}"


@describe.register
def _(value: list):
    return f"list of {len(value)}"


@describe.register(str)
@describe.register(bytes)
def _(value):
    return f"text {value!r}"


class Number(int):
    pass


print(describe(5), describe([1, 2]), describe("a"), describe(b"b"), describe(1.5), describe(Number(3)), describe(True))
print(describe.dispatch(bool) is describe.dispatch(int), describe.registry[str] is describe.dispatch(str))
from collections.abc import Mapping, Sized


@describe.register
def _(value: Sized):
    return f"sized {len(value)}"


@describe.register
def _(value: Mapping):
    return f"mapping {len(value)}"


print(describe({}), describe({1}), describe([1]), describe(()))
try:
    describe()
except TypeError as error:
    print(error)


class Formatter:
    @singledispatchmethod
    def format(self, value):
        return "?"

    @format.register
    def _(self, value: int):
        return f"i{value}"

    @format.register(str)
    def _(self, value):
        return f"s{value}"


print(Formatter().format(1), Formatter().format("x"), Formatter().format(None))


class Data:
    def __init__(self):
        self.calls = 0

    @cached_property
    def value(self):
        """The value."""
        self.calls += 1
        return self.calls * 10


d = Data()
print(d.value, d.value, d.calls, d.__dict__, Data.value.__doc__)
del d.value
print(d.value, d.calls)
d.value = 5
print(d.value)


class Slotted:
    __slots__ = ()

    @cached_property
    def value(self):
        return 1


try:
    Slotted().value
except TypeError as error:
    print(error)
