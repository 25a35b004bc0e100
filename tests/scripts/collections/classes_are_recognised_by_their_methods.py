from collections.abc import *


class Walk:
    def __iter__(self):
        return iter("ab")


print(isinstance(Walk(), Iterable), issubclass(Walk, Iterable), isinstance(Walk(), Sized), issubclass(Walk, Collection))


class Unhashable:
    __hash__ = None


print(isinstance(Unhashable(), Hashable))
