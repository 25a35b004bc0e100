import collections
import functools
import re
import weakref


class Slotted:
    __slots__ = ("a",)


class WithSlot:
    __slots__ = ("a", "__weakref__")


class Number(int):
    pass


class Pair(tuple):
    pass


class Text(str):
    pass


def function():
    yield


values = [1, 2.5, "a", b"a", None, [], {}, (), range(3), object(), Slotted(), Number(), Pair(), Exception(), iter([]),
          {}.items(), property(), re.match("", ""), collections.defaultdict(), weakref.ref(function)]
for value in values:
    try:
        weakref.ref(value)
        print("?", type(value))
    except TypeError as error:
        print(error)
for value in [WithSlot(), Text(), set(), frozenset(), function, function(), len, re, re.compile("a"), type, function.__code__,
              collections.deque(), collections.OrderedDict(), functools.partial(len), WithSlot().__init__.__class__]:
    print(weakref.ref(value)() is value, end=" ")
print()
