# A protocol with a data member is asked of objects alone, which must have all of its members.
import typing


@typing.runtime_checkable
class Sized(typing.Protocol):
    size: int

    def grow(self): ...


@typing.runtime_checkable
class Number(typing.Protocol):
    real: int


class Box:
    size = 1

    def grow(self):
        pass


class Flat:
    def __init__(self):
        self.size, self.grow = 1, None


print(isinstance(3, Sized), isinstance(3, Number), isinstance(Box(), Sized), isinstance(Flat(), Sized))
try:
    issubclass(Box, Sized)
except TypeError as error:
    print(error)
