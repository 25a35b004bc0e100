from collections import deque, OrderedDict
from collections.abc import *

values = {"list": [], "tuple": (), "str": "", "bytes": b"", "dict": {}, "set": set(), "frozenset": frozenset(),
          "range": range(1), "deque": deque(), "int": 1, "None": None, "function": lambda: 1, "generator": (i for i in ()),
          "iterator": iter([]), "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "odict": OrderedDict(),
          "type": int, "enumerate": enumerate([]), "object": object()}
classes = [Hashable, Iterable, Iterator, Reversible, Sized, Container, Collection, Callable, Generator, Set, MutableSet,
           Mapping, MutableMapping, Sequence, MutableSequence, KeysView, ItemsView, ValuesView, Awaitable, Coroutine]
for name, value in values.items():
    print(name, [c.__name__ for c in classes if isinstance(value, c)])
