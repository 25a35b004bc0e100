# typing.Callable[int, str], and the names of what typing makes.
import collections.abc
import typing

print(typing.Callable[int, str], typing.Callable[int, str].__args__)
try:
    collections.abc.Callable[int, str]
except TypeError as error:
    print(error)
for made in (typing.Callable[[int], str], typing.Literal[1], typing.List, typing.Final, typing.TypeVar("T"), typing.ParamSpec("P").args):
    print(type(made).__module__, type(made).__name__)
    try:
        made < 3
    except TypeError as error:
        print(error)
try:
    hash(typing.ParamSpec("P").args)
except TypeError as error:
    print(error)
