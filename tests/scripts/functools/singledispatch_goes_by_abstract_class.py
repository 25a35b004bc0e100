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
