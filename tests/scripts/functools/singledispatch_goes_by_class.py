from functools import *


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
