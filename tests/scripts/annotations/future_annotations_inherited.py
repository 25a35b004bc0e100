# What exec(), eval() and compile() compile inherits `from __future__ import annotations`, unless dont_inherit is set.
from __future__ import annotations

exec("def f(a: undefined): pass")
print(f.__annotations__)
exec(compile("def g(a: undefined): pass", "x", "exec"))
print(g.__annotations__)
try:
    exec(compile("def h(a: undefined): pass", "x", "exec", dont_inherit=True))
    print(h.__annotations__)
except NameError as error:
    print(error)


def inner():
    names = {}
    exec("def f(a: undefined): pass", names)
    return names["f"].__annotations__


print(inner())
print(inner.__code__.co_flags & 0x1000000, eval("lambda: 0").__code__.co_flags & 0x1000000)
