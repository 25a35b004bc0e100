# since 3.14
from collections import deque


class A:
    pass


def try_it(name, value, *arguments):
    try:
        print(type(value).__name__, name, arguments, getattr(value, name)(*arguments))
    except Exception as error:
        print(type(value).__name__, name, arguments, type(error).__name__, error)


for make in (lambda: "ab", lambda: b"ab", lambda: [1, 2], lambda: (1, 2), lambda: deque([1, 2])):
    for name in ("__add__", "__mul__", "__rmul__", "__imul__", "__contains__", "__getitem__", "__eq__", "__len__"):
        for arguments in ((), (1,), ("a",), (b"a",), ([1],), (None,), (1.5,), (True, 2)):
            if hasattr(make(), name) and not (name == "__getitem__" and isinstance(make(), deque)):
                try_it(name, make(), *arguments)
for value in ({1: 2}, {1}, frozenset({1}), range(3), 3, 1.5, True):
    for name in ("__contains__", "__getitem__", "__setitem__", "__pow__", "__sub__", "__bool__"):
        for arguments in ((), (1, 2, 3)):
            if hasattr(value, name):
                try_it(name, value, *arguments)
for name in ("__getattribute__", "__setattr__", "__delattr__"):
    for arguments in ((), (3,), (3, 4), (None,), (3, 4, 5)):
        for value in ("a", 1, A(), super(A, A())):
            if not (name == "__setattr__" and isinstance(value, super)):
                try_it(name, value, *arguments)
for method in (int.__add__, list.__len__, str.join, list.append, dict.__getitem__, object.__str__, list.__getitem__):
    for arguments in ((), (A,), (1.5, 2)):
        try:
            print(method.__name__, method(*arguments))
        except TypeError as error:
            print(method.__name__, error)
