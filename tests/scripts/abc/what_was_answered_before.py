# Answers that are remembered: they follow registrations, overridden checks and claimed classes.
import abc
import functools


class Base(abc.ABC):
    pass


class Other(abc.ABC):
    @classmethod
    def __subclasshook__(cls, subclass):
        print("asked", subclass.__name__)
        return NotImplemented


class Plain:
    pass


class Late(Plain):
    pass


print(isinstance(Plain(), Base), isinstance(Plain(), Base), isinstance(Plain(), Other), isinstance(Plain(), Other))
token = abc.get_cache_token()
Base.register(Plain)
print(abc.get_cache_token() != token, isinstance(Plain(), Base), issubclass(Late, Base), isinstance(Plain(), Other))
print([Base.register(cls).__name__ for cls in (int, str, Plain)], abc.ABCMeta.__instancecheck__(Base, 3), Base.__subclasscheck__(bool))


class Claims:
    @property
    def __class__(self):
        return int


class Meta(abc.ABCMeta):
    def __subclasscheck__(cls, subclass):
        print("checks", subclass.__name__)
        return super().__subclasscheck__(subclass)


class Watched(metaclass=Meta):
    pass


Watched.register(int)
print(isinstance(Claims(), Base), isinstance(Claims(), Watched), isinstance(True, Watched), isinstance("", Watched))
print(isinstance(True, Watched))
for wrong in (lambda: issubclass(3, Base), lambda: Base.register(3), lambda: abc.ABCMeta.__subclasscheck__(Base, 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)


@functools.singledispatch
def kind(value):
    return "object"


kind.register(Base, lambda value: "base")
print(kind(1.5), kind(1.5), kind(3), kind.dispatch(float)(0))
Base.register(float)
print(kind(1.5), kind.dispatch(float)(0))
kind.register(float, lambda value: "float")
print(kind(1.5), sorted(cls.__name__ for cls in kind.registry))
kind._clear_cache()
print(kind(1.5))
try:
    kind.dispatch(3)
except TypeError as error:
    print(error)
