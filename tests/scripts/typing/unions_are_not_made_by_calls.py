# since 3.14
import types
import typing

for attempt in lambda: typing.Union(), lambda: types.UnionType(), lambda: typing.Union(int, str), lambda: type(
        "Own", (typing.Union,), {}):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
print(types.UnionType is typing.Union, type(int | str), typing.Union[int, str], typing.Optional[int])
