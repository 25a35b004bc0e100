# What shows the module of a type of a library and what does not.
import collections
import contextvars
import functools
import io
import itertools
import os
import queue
import re
import types

for value in (collections.deque(), collections.OrderedDict(), collections.Counter(), re.compile("a"), re.match("a", "a"), functools.partial(int),
              itertools.count(), io.StringIO(), open(os.devnull), open(os.devnull, "rb"), os.terminal_size((1, 2)), contextvars.ContextVar("v"),
              types.SimpleNamespace(), queue.SimpleQueue(), queue.Queue(), 1, [], len):
    cls = type(value)
    print(cls.__module__, cls.__name__)
    for action in (lambda: value < 3.5, lambda: -value if cls not in (int, collections.Counter) else 0, lambda: value.missing, lambda: cls.missing,
                   lambda: [0][value] if cls is not int else 0, lambda: delattr(value, "missing") if cls is not queue.SimpleQueue else 0):
        try:
            action()
        except (TypeError, AttributeError) as error:
            print("   ", error)
print(collections.deque, itertools.count)
try:
    collections.deque.__new__(object)
except TypeError as error:
    print(error)
for cls in (re.Pattern, re.Match, types.FunctionType, bool):
    try:
        type("Derived", (cls,), {})
    except TypeError as error:
        print(error)
    print(cls.__module__, type.__module__)
try:
    a, b = re.match("(a)", "a")
except TypeError as error:
    print(error)
