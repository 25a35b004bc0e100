# SPDX-License-Identifier: MIT
#
# copy: shallow and deep copies (Library Reference, copy). Classes say how they are copied by __copy__, __deepcopy__ and
# __replace__, or by what pickling uses: __reduce_ex__, __reduce__, __getstate__ and __setstate__.
import types
from _weakref import ref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_atomic = frozenset({
    type(None), type(...), type(NotImplemented), int, float, bool, str, bytes, range, slice, type, property,
    types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
    types.MethodWrapperType, types.ClassMethodDescriptorType, types.CodeType, ref,
})
_immutable = _atomic | {tuple, frozenset}


def _reduced(x, cls):
    """What the pickling methods of an object say: a str for an object that is its own copy, or a tuple."""
    function = dispatch_table.get(cls)
    if function:
        return function(x)
    function = getattr(x, "__reduce_ex__", None)
    if function is not None:
        return function(4)
    function = getattr(x, "__reduce__", None)
    if function is None:
        raise Error(f"un(deep)copyable object of type {cls}")
    return function()


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _immutable:
        return x
    if cls is list or cls is dict or cls is set:
        return x.copy()
    if issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    parts = _reduced(x, cls)
    return x if isinstance(parts, str) else _reconstruct(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the contents, and so on; `memo` holds the copies made so far, by id."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    done = memo.get(key, _nil)
    if done is not _nil:
        return done
    method = _deep.get(cls)
    if method is not None:
        y = method(x, memo)
    elif issubclass(cls, type):
        y = x
    elif (method := getattr(x, "__deepcopy__", None)) is not None:
        y = method(memo)
    else:
        parts = _reduced(x, cls)
        y = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)
    if y is not x:
        memo[key] = y
        memo.setdefault(id(memo), []).append(x)  # so that its id stays its own
    return y


def _deep_list(x, memo):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deep_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # it contains itself by way of something else
        return memo[id(x)]
    return x if all(map(_is, x, items)) else tuple(items)


def _is(a, b):
    return a is b


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, types.MethodType: _deep_method}


def _reconstruct(x, memo, function, args, state=None, listiter=None, dictiter=None, state_setter=None):
    """Carries out what __reduce_ex__ returned; with a memo everything in it is copied deeply."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state, state_setter)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _set_state(y, state, setter):
    if setter is not None:
        setter(y, state)
    elif hasattr(y, "__setstate__"):
        y.__setstate__(state)
    else:
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            y.__dict__.update(state)
        for name, value in (slots or {}).items():
            setattr(y, name, value)


def replace(obj, /, **changes):
    """A copy of an object with some of its fields changed, made by its class's __replace__."""
    cls = type(obj)
    function = getattr(cls, "__replace__", None)
    if function is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return function(obj, **changes)
