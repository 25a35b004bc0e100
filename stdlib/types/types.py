# SPDX-License-Identifier: MIT
#
# types: names for the types of the interpreter's own objects, and tools to make classes (Library Reference, types).
from _types import (
    AsyncGeneratorType, BuiltinFunctionType, BuiltinMethodType, CellType, ClassMethodDescriptorType, CodeType,
    CoroutineType, EllipsisType, FrameType, FunctionType, GeneratorType, GenericAlias, GetSetDescriptorType, LambdaType,
    MappingProxyType, MemberDescriptorType, MethodDescriptorType, MethodType, MethodWrapperType, ModuleType, NoneType,
    NotImplementedType, SimpleNamespace, TracebackType, UnionType, WrapperDescriptorType,
)
import _types


class _Delegator:
    """Makes an object awaitable that only looks like a generator."""

    def __init__(self, generator):
        self._wrapped = generator

    def send(self, value):
        return self._wrapped.send(value)

    def throw(self, *details):
        return self._wrapped.throw(*details)

    def close(self):
        return self._wrapped.close()

    def __next__(self):
        return next(self._wrapped)

    def __iter__(self):
        return self

    __await__ = __iter__


def coroutine(func):
    """Make the generators of a generator function awaitable."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if _types.mark_coroutine(func):
        return func

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType or _types.is_marked(made):
            return made
        if hasattr(made, "send") and hasattr(made, "throw") and hasattr(made, "close"):
            return _Delegator(made)
        return made

    wrapped.__name__ = getattr(func, "__name__", "wrapped")
    wrapped.__doc__ = getattr(func, "__doc__", None)
    wrapped.__wrapped__ = func
    return wrapped


# --- Dynamic creation of classes ---


def resolve_bases(bases):
    """Replace bases that are no classes by what their __mro_entries__ give (PEP 560)."""
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(entries)
    return bases if resolved == list(bases) else tuple(resolved)


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, namespace and remaining keywords for a new class."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def _most_derived(meta, bases):
    winner = meta
    for base in bases:
        candidate = type(base)
        if issubclass(winner, candidate):
            continue
        if not issubclass(candidate, winner):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                "metaclasses of all its bases"
            )
        winner = candidate
    return winner


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Make a class as a class statement does."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def get_original_bases(cls, /):
    """The bases of a class as they were written, before __mro_entries__."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property for instances; on the class itself the metaclass answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        return self._call(self.fget, "unreadable attribute", instance)

    def __set__(self, instance, value):
        self._call(self.fset, "can't set attribute", instance, value)

    def __delete__(self, instance):
        self._call(self.fdel, "can't delete attribute", instance)

    @staticmethod
    def _call(function, refusal, *args):
        if function is None:
            raise AttributeError(refusal)
        return function(*args)

    def getter(self, fget):
        made = type(self)(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def setter(self, fset):
        made = type(self)(self.fget, fset, self.fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def deleter(self, fdel):
        made = type(self)(self.fget, self.fset, fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


__all__ = [name for name in globals() if not name.startswith("_")]
