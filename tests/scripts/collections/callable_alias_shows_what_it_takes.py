from collections.abc import Callable
from copy import deepcopy
from typing import Any, ParamSpec, TypeVar, get_args

T, P = TypeVar("T"), ParamSpec("P")


def show(make):
    try:
        print(make())
    except TypeError as error:
        print("TypeError", error)


for alias in (Callable[[int], str], Callable[[], None], Callable[..., Any], Callable[(int, T), T], Callable[P, T]):
    print(alias, alias.__args__, alias.__parameters__, alias.__origin__, get_args(alias))
print(Callable[[T], T][int], Callable[..., T][str], Callable[P, T][[int, str], bool], Callable[P, str][int, str])
print(Callable[[int], T] == Callable[[int], T], Callable[[int], T] == Callable[[str], T], deepcopy(Callable[[int], str]))
show(lambda: Callable[int, str])
show(lambda: Callable["int", str])
show(lambda: Callable[int])
show(lambda: Callable[[int], str, int])
show(lambda: Callable[[int], str][int])
show(lambda: isinstance(3, Callable[[int], str]))
print(Callable[[Callable[[int], str]], list[int]])
