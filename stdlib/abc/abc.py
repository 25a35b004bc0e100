# SPDX-License-Identifier: MIT
#
# abc: abstract base classes (Library Reference, abc; PEP 3119). The engine itself refuses to instantiate classes whose
# __abstractmethods__ is not empty; this module collects that set and answers isinstance and issubclass.

from _abc import (
    add_checks as _add_checks, derives_by_others as _derives_by_others, get_cache_token, make_data as _make_data,
    register_class as _register_class,
)


def abstractmethod(funcobj):
    """Mark a method as abstract: classes that do not override it cannot be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _abstract_names(cls, bases, namespace):
    for name, value in namespace.items():
        if getattr(value, "__isabstractmethod__", False):
            yield name
    for base in bases:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                yield name


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = frozenset(_abstract_names(cls, bases, namespace))
        cls._abc_impl = _make_data()
        return cls

    def register(cls, subclass):
        """Make `subclass` count as a subclass of this class."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _register_class(cls, subclass)
        return subclass


def _is_subclass(cls, subclass):
    hooked = cls.__subclasshook__(subclass)
    if hooked is not NotImplemented:
        return hooked
    if cls in getattr(subclass, "__mro__", ()):
        return True
    return _derives_by_others(cls, subclass)


# Their answers are remembered in _abc_impl, which keeps no class alive; what is not known yet _is_subclass() finds out.
_add_checks(ABCMeta, _is_subclass)


def _offers(cls, names):
    """What __subclasshook__ answers about a class: True; NotImplemented when a method is missing or blocked by None."""
    for name in names:
        first = next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None)
        if first is None:
            return NotImplemented
    return True


def _recognised_by(*names):
    """Class decorator: what has these methods is a subclass of the decorated class (not of those derived from it)."""
    def decorate(owner):
        def __subclasshook__(cls, other, /):
            return _offers(other, names) if cls is owner else NotImplemented

        owner.__subclasshook__ = classmethod(__subclasshook__)
        return owner

    return decorate


class ABC(metaclass=ABCMeta):
    """Helper class that has ABCMeta as its metaclass."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Compute the abstract methods of a class anew, after methods were added to it."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = {
        name
        for base in cls.__bases__
        for name in getattr(base, "__abstractmethods__", ())
        if getattr(getattr(cls, name, None), "__isabstractmethod__", False)
    }
    names.update(name for name, value in vars(cls).items() if getattr(value, "__isabstractmethod__", False))
    cls.__abstractmethods__ = frozenset(names)
    return cls
