# SPDX-License-Identifier: MIT
#
# abc: abstract base classes (Library Reference, abc; PEP 3119). The engine itself refuses to instantiate classes whose
# __abstractmethods__ is not empty; this module collects that set and answers isinstance and issubclass.

from _weakref import is_watched as _is_watched, ref as _ref

_registrations = 0  # changes with each register(): remembered "no" answers are older than that are stale


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


class _State:
    """What an abstract class remembers: registered classes and earlier answers. No class lives on for that."""

    __slots__ = ("registered", "subclasses", "strangers", "strangers_at")

    def __init__(self):
        self.registered = []
        self.subclasses = _new_set()
        self.strangers = _new_set()
        self.strangers_at = _registrations


def _new_set():
    """A set of classes that does not keep them alive: what takes weak references to them out of the set that holds
    them. A class belongs to it when such a reference has that callback."""
    return set().discard


def _remember(forget, cls):
    forget.__self__.add(_ref(cls, forget))


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
        cls._abc_impl = _State()
        return cls

    def register(cls, subclass):
        """Make `subclass` count as a subclass of this class."""
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        registered = cls._abc_impl.registered
        registered.append(_ref(subclass, registered.remove))
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        known = cls._abc_impl.subclasses
        claimed = instance.__class__
        if _is_watched(claimed, known):
            return True
        real = type(instance)
        if real is claimed:
            return cls.__subclasscheck__(claimed)
        return cls.__subclasscheck__(claimed) or cls.__subclasscheck__(real)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        state = cls._abc_impl
        if _is_watched(subclass, state.subclasses):
            return True
        if state.strangers_at < _registrations:
            state.strangers = _new_set()
            state.strangers_at = _registrations
        elif _is_watched(subclass, state.strangers):
            return False
        answer = _is_subclass(cls, subclass, state)
        _remember(state.subclasses if answer else state.strangers, subclass)
        return answer


def _is_subclass(cls, subclass, state):
    hooked = cls.__subclasshook__(subclass)
    if hooked is not NotImplemented:
        return hooked
    if cls in getattr(subclass, "__mro__", ()):
        return True
    registered = [reference() for reference in state.registered]
    return any(other is not None and issubclass(subclass, other) for other in registered) or any(
        issubclass(subclass, other) for other in type.__subclasses__(cls)
    )


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


def get_cache_token():
    """A number that changes with each register()."""
    return _registrations


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
