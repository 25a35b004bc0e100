# SPDX-License-Identifier: MIT
#
# copyreg: how objects are taken apart and made again (Library Reference, copyreg; PEP 307).
from _pickle import _native_base

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Register the function that reduces objects of a type."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    if constructor_ob is not None:
        constructor(constructor_ob)
    dispatch_table[ob_type] = pickle_function


def constructor(object):
    """Check that an object is a valid constructor."""
    if not callable(object):
        raise TypeError("constructors must be callable")


# --- Protocols 0 and 1: an instance is what its native base makes of a copy of its native part ---

def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    cls = self.__class__
    base = _native_base(cls)
    if base is cls and base is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    native = None if base is object else base(self)
    if type(self).__getstate__ is object.__getstate__ and getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    attributes = self.__getstate__()
    reduced = _reconstructor, (cls, base, native)
    return (*reduced, attributes) if attributes else reduced


# --- Protocols 2 and 4 ---

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


# --- Numbers for names that pickles often have ---

_extension_registry = {}  # numbers by (module, name)
_inverted_registry = {}
_extension_cache = {}     # objects by number, as far as they were read


def add_extension(module, name, code):
    """Let a number stand for a global name in pickles."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take back what add_extension() did."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


clear_extension_cache = _extension_cache.clear


# --- Types that cannot say it themselves ---

def _reduce_union(union):
    import operator
    import typing
    return operator.getitem, (typing.Union, union.__args__)


pickle(type(int | str), _reduce_union)
pickle(super, lambda bound: (super, (bound.__thisclass__, bound.__self__)))
