# SPDX-License-Identifier: MIT
#
# What collections.abc.Callable[[int], str] gives (Library Reference, types.GenericAlias; PEP 585, PEP 612): an alias
# whose __args__ are flat, the result last. Loaded with the first one; replacing type variables is typing's work.

from types import GenericAlias


def _flattened(parameters, result):
    """The __args__ of Callable[parameters, result]."""
    if isinstance(parameters, (list, tuple)):
        return (*parameters, result)
    if parameters is not ...:
        from typing import _is_param_list
        if not _is_param_list(parameters):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got "
                            f"{getattr(parameters, '__forward_arg__', parameters)}")
    return (parameters, result)


def _bracketed(args):
    """The other way round: [parameters, result], as they were written."""
    from typing import _is_param_list
    if len(args) == 2 and _is_param_list(args[0]):
        return args
    return [*args[:-1]], args[-1]


class _CallableGenericAlias(GenericAlias):
    __slots__ = ()

    def __new__(cls, origin, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        return super().__new__(cls, origin, _flattened(*item))

    def __repr__(self):
        origin, bracketed = self.__origin__, _bracketed(self.__args__)
        # The repr of GenericAlias knows how to show classes, lists and `...`.
        return repr(GenericAlias(origin, bracketed)).replace(
            f"{origin.__module__}.{origin.__qualname__}", "collections.abc.Callable", 1)

    def __getitem__(self, item):
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        from typing import _CallableGenericAlias
        filled = _CallableGenericAlias(self.__origin__, self.__args__, "Callable")[item]
        return type(self)(self.__origin__, _bracketed(filled.__args__))

    def __reduce__(self):
        return type(self), (self.__origin__, _bracketed(self.__args__))


_CallableGenericAlias.__module__ = "collections.abc"
