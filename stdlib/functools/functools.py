# SPDX-License-Identifier: MIT
#
# functools (Library Reference, functools). partial, reduce, cmp_to_key, the wrapper of lru_cache and the memory of
# singledispatch are native.

from _functools import Placeholder, _ClassCache, _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cmp_to_key", "cache",
           "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod",
           "cached_property",
           "Placeholder"]

# --- Wrappers -------------------------------------------------------------------------------------------------------

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make the wrapper look like the wrapped function."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that it is not overwritten by the wrapped function's own __wrapped__.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that applies update_wrapper() to a wrapper function."""
    def decorator(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorator


# --- total_ordering -------------------------------------------------------------------------------------------------

def _derived(name, root, swapped_result, with_equality):
    """The comparison `name`, made of the comparison `root` and, where needed, equality."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if swapped_result:
            result = not result
        if with_equality == "or":
            return result or self == other
        if with_equality == "and":
            return result and self != other
        return result
    compare.__name__ = name
    return compare


# root: the others as (name, negated, how equality comes in)
_ORDERINGS = {
    "__lt__": (("__gt__", True, "and"), ("__le__", False, "or"), ("__ge__", True, None)),
    "__le__": (("__ge__", True, "or"), ("__lt__", False, "and"), ("__gt__", True, None)),
    "__gt__": (("__lt__", True, "and"), ("__ge__", False, "or"), ("__le__", True, None)),
    "__ge__": (("__le__", True, "or"), ("__gt__", False, "and"), ("__lt__", True, None)),
}


def total_ordering(cls):
    """Class decorator that fills in the missing ordering methods."""
    defined = {op for op in _ORDERINGS if getattr(cls, op, None) is not getattr(object, op, None)}
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = next(op for op in ("__lt__", "__le__", "__gt__", "__ge__") if op in defined)
    for name, negated, equality in _ORDERINGS[root]:
        if name not in defined:
            method = _derived(name, root, negated, equality)
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, method)
    return cls


# --- Caches ---------------------------------------------------------------------------------------------------------

_cache_info_type = None


def _cache_info(*values):
    global _cache_info_type
    if _cache_info_type is None:
        from collections import namedtuple
        _cache_info_type = namedtuple("CacheInfo", ("hits", "misses", "maxsize", "currsize"), module="functools")
    return _cache_info_type(*values)


def lru_cache(maxsize=128, typed=False):
    """Least-recently-used cache decorator."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)
    return decorating_function


def _cached(user_function, maxsize, typed):
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """Simple lightweight unbounded cache."""
    return lru_cache(maxsize=None)(user_function)


_missing = object()


class cached_property:
    """A property that is computed once and then stands in the instance's __dict__."""

    def __init__(self, func):
        self.attrname, self.func = None, func
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        earlier = self.attrname
        if earlier is not None and earlier != name:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({earlier!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            stored = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{name!r} property.") from None
        value = stored.get(name, _missing)
        if value is not _missing:
            return value
        value = self.func(instance)
        try:
            stored[name] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item "
                            f"assignment for caching {name!r} property.") from None
        return value

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# --- partialmethod --------------------------------------------------------------------------------------------------

class partialmethod:
    """partial for methods: `self` comes before the arguments that are given here."""

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        self = super().__new__(cls)
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            bound = bind(obj, cls)
            if bound is not self.func:
                return self._of_bound(bound)
        return self._as_function().__get__(obj, cls)

    def _of_bound(self, bound):
        """The arguments behind those that the function's own descriptor has put in."""
        method = partial(bound, *self.args, **self.keywords)
        owner = getattr(bound, "__self__", _missing)
        if owner is not _missing:
            method.__self__ = owner
        return method

    def _as_function(self):
        """A function that takes the instance first; for what does not bind itself."""
        def method(instance, /, *args, **keywords):
            return self.func(instance, *self.args, *args, **(self.keywords | keywords))

        method.__name__ = method.__qualname__ = "_method"
        method.__partialmethod__ = self
        method.__isabstractmethod__ = self.__isabstractmethod__
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


# --- Single dispatch ------------------------------------------------------------------------------------------------

def _merge(sequences):
    """C3: merges the linearisations, heads that stand in no other's tail first."""
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for candidates in sequences:
            head = candidates[0]
            if not any(head in s[1:] for s in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        for s in sequences:
            if s[0] == head:
                del s[0]


def _linearised(cls, abcs=()):
    """The MRO of cls with these abstract classes put in where they become true."""
    boundary = 0
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, "__abstractmethods__"):
            boundary = len(cls.__bases__) - i
            break
    explicit = list(cls.__bases__[:boundary])
    others = list(cls.__bases__[boundary:])
    abstract = []
    remaining = list(abcs)
    for base in remaining:
        if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__):
            abstract.append(base)
    for base in abstract:
        remaining.remove(base)
    bases = explicit + abstract + others
    return _merge([[cls]] + [_linearised(base, remaining) for base in bases] + [bases])


def _composed_mro(cls, types):
    """The MRO of cls with those of the types put in that cls is a virtual subclass of."""
    own = set(cls.__mro__)
    virtual = [t for t in types if t not in own and hasattr(t, "__mro__") and issubclass(cls, t)]
    # The bases of another one say nothing of their own.
    virtual = [t for t in virtual if not any(t is not other and t in other.__mro__ for other in virtual)]
    order = {}
    for each in virtual:
        # Its subclasses that cls is a virtual subclass of, too, know better in which order to look.
        chains = [[base for base in derived.__mro__ if base in virtual]
                  for derived in each.__subclasses__() if derived not in own and issubclass(cls, derived)]
        for chain in sorted(chains, key=len, reverse=True) or [[each]]:
            order.update(dict.fromkeys(chain))
    return _linearised(cls, abcs=order)


def _find_implementation(cls, registry):
    match = None
    for t in _composed_mro(cls, registry.keys()):
        if match is not None:
            # Two unrelated abstract classes fit equally well.
            if (t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
            break
        if t in registry:
            match = t
    return registry.get(match)


def _is_union(cls):
    from types import UnionType
    return isinstance(cls, UnionType)


def singledispatch(func):
    """Transform a function into a generic one, dispatched by the class of the first argument."""
    from types import MappingProxyType
    registry = {}

    def find_out(cls):
        implementation = registry.get(cls)
        return _find_implementation(cls, registry) if implementation is None else implementation

    cache = _ClassCache(find_out)
    find = cache.find

    def dispatch(cls):
        """The implementation for instances of cls."""
        return find(cls)

    def is_valid(cls):
        if isinstance(cls, type):
            return True
        return _is_union(cls) and all(isinstance(arg, type) for arg in cls.__args__)

    def register(cls, func=None):
        """Register an implementation for a class, or for the class that annotates its first parameter."""
        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or "
                                "plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not is_valid(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return find(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class _singledispatchmethod_get:
    """What a singledispatchmethod is as an attribute: of an object, or of its class."""

    def __init__(self, unbound, obj, cls):
        self._unbound = unbound
        self._dispatch = unbound.dispatcher.dispatch
        self._obj = obj
        self._cls = cls
        for name in ("__module__", "__doc__"):
            if hasattr(unbound.func, name):
                setattr(self, name, getattr(unbound.func, name))

    def __repr__(self):
        try:
            name = self.__qualname__
        except AttributeError:
            name = getattr(self, "__name__", "?")
        if self._obj is None:
            return f"<single dispatch method {name}>"
        return f"<bound single dispatch method {name} of {self._obj!r}>"

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._unbound.func, "__name__", "singledispatchmethod method")
            raise TypeError(f"{name} requires at least 1 positional argument")
        return self._dispatch(args[0].__class__).__get__(self._obj, self._cls)(*args, **kwargs)

    def __getattr__(self, name):
        if name not in {"__name__", "__qualname__", "__isabstractmethod__", "__annotations__", "__type_params__"}:
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register


class singledispatchmethod:
    """singledispatch for methods: dispatched by the first argument after self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Register an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _singledispatchmethod_get(self, obj, cls)

    def __repr__(self):
        name = getattr(self.func, "__qualname__", getattr(self.func, "__name__", "?"))
        return f"<single dispatch method descriptor {name}>"

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
