from typing import Protocol, runtime_checkable


@runtime_checkable
class Sized(Protocol):
    size: int

    def grow(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


class Box:
    def __init__(self):
        self.size = 1

    def grow(self):
        pass


class Frozen(Box):
    grow = None


class Unnamed:
    name = None


class Declared(Named):
    pass


class Pretender:
    __class__ = Declared


print(isinstance(3, Sized), isinstance(Box(), Sized), isinstance(Frozen(), Sized), isinstance(Box, Sized))
print(isinstance(Unnamed(), Named), isinstance(Declared(), Named), isinstance(Pretender(), Named), isinstance("", Named))
for fails in (lambda: issubclass(Box, Sized), lambda: issubclass(3, Named)):
    try:
        fails()
    except TypeError as error:
        print(error)
