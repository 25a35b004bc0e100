from collections import deque, OrderedDict, Counter
from collections.abc import *
import collections.abc

values = {"list": [], "tuple": (), "str": "", "bytes": b"", "dict": {}, "set": set(), "frozenset": frozenset(),
          "range": range(1), "deque": deque(), "int": 1, "None": None, "function": lambda: 1, "generator": (i for i in ()),
          "iterator": iter([]), "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "odict": OrderedDict(),
          "type": int, "enumerate": enumerate([]), "object": object()}
classes = [Hashable, Iterable, Iterator, Reversible, Sized, Container, Collection, Callable, Generator, Set, MutableSet,
           Mapping, MutableMapping, Sequence, MutableSequence, KeysView, ItemsView, ValuesView, Awaitable, Coroutine]
for name, value in values.items():
    print(name, [c.__name__ for c in classes if isinstance(value, c)])


class Walk:
    def __iter__(self):
        return iter("ab")


print(isinstance(Walk(), Iterable), issubclass(Walk, Iterable), isinstance(Walk(), Sized), issubclass(Walk, Collection))


class Unhashable:
    __hash__ = None


print(isinstance(Unhashable(), Hashable))


class Stack(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, value):
        self.items[i] = value

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, value):
        self.items.insert(i, value)


s = Stack(1, 2, 3)
s.append(4)
s.extend([5, 6])
s.reverse()
s.remove(5)
s += [7]
print(s.items, s.pop(), s.index(4), s.count(1), 3 in s, list(reversed(s)), list(s))


class Table(MutableMapping):
    def __init__(self, **data):
        self.data = data

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


t = Table(a=1)
t.update({"b": 2}, c=3)
print(dict(t), t.get("z", 0), t.pop("a"), t.setdefault("d", 4), "b" in t, t == {"b": 2, "c": 3, "d": 4}, len(t.items()),
      list(t.keys()), sorted(t.values()), ("b", 2) in t.items(), t.keys() & {"b"}, t.popitem())
t.clear()
print(len(t))


class Ten(Set):
    def __init__(self, items=range(10)):
        self.items = frozenset(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(sorted(self.items))

    def __len__(self):
        return len(self.items)


u = Ten()
print(sorted(u & {1, 2, 99}), len(u | {99}), sorted(u - {0, 1, 2, 3, 4, 5}), sorted(u ^ {9, 10}), u == set(range(10)),
      u > {1}, u.isdisjoint([77]), {5} < u)
try:
    MutableMapping()
except TypeError as error:
    print(error)


class Half(Mapping):
    def __len__(self):
        return 0


try:
    Half()
except TypeError as error:
    print(error)


class Mine:
    pass


Sequence.register(Mine)
print(isinstance(Mine(), Sequence), issubclass(Mine, Reversible), list[int], Sequence[int], Mapping[str, int])
