# SPDX-License-Identifier: MIT
#
# typing: what annotations are written with (Library Reference, typing). Nothing here checks types; the objects can be
# subscripted, compared, shown and taken apart again. Unions are made by the engine, the other forms and type variables
# by _typing_forms. The generic names of collections.abc and collections are made on first use.
import sys
from _types import GenericAlias, UnionType as Union
from _typing_forms import (
    Annotated, Any, ClassVar, Concatenate, Final, Generic, Literal, LiteralString, Never, NewType, NoDefault, NoReturn,
    NotRequired, Optional, ParamSpec, ParamSpecArgs, ParamSpecKwargs, ReadOnly, Required, Self, Text, TypeAlias,
    TypeAliasType, TypeGuard, TypeIs, TypeVar, TypeVarTuple, Unpack,
    _AnnotatedAlias, _BaseAlias, _CallableGenericAlias, _GenericAlias, _LiteralGenericAlias, _SpecialGenericAlias,
    _converted, _is_param_list, bare_generics,
)
from abc import ABCMeta
from annotationlib import ForwardRef, _namespace_annotations

TYPE_CHECKING = False


# --- Protocols ---

_PROTOCOL_NOISE = frozenset(
    "__abstractmethods__ __annotations__ __annotate__ __annotate_func__ __annotations_cache__ __class_getitem__ "
    "__dict__ __doc__ __firstlineno__ __init__ __match_args__ __module__ __new__ __non_callable_proto_members__ "
    "__orig_bases__ __parameters__ __protocol_attrs__ __qualname__ __slots__ __static_attributes__ __subclasshook__ "
    "__type_params__ __weakref__ _abc_impl _is_protocol _is_runtime_protocol".split()
)


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        names = set(base.__dict__)
        names.update(_namespace_annotations(base.__dict__))
        members.update(name for name in names if name not in _PROTOCOL_NOISE)
    return members


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if any(getattr(base, "__name__", "") == "Protocol" and base.__module__ == "typing" for base in bases):
            for base in bases:
                plain = base in (object, Generic) or getattr(base, "_is_protocol", False)
                if not plain and not (base.__module__ in ("collections.abc", "contextlib")):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        # Not by issubclass(), which protocols with data members refuse.
        if super().__subclasscheck__(type(instance)):
            return True
        if instance.__class__ is not type(instance) and super().__subclasscheck__(instance.__class__):
            return True
        return all(_has_member(cls, instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        # A check of another class may come to this one on its way: then there is nothing to refuse.
        is_asked = sys._getframe(1).f_globals.get("__name__") not in ("abc", "functools")
        if cls is not Protocol and is_asked and getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            data = sorted(name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None)))
            if data:
                raise TypeError(
                    "Protocols with non-method members don't support issubclass(). "
                    f"Non-method members: {str(data)[1:-1]}."
                )
        return super().__subclasscheck__(other)


def _has_member(protocol, instance, name):
    try:
        value = getattr(instance, name)
    except AttributeError:
        return False
    # A method that is set to None is a method taken away.
    return value is not None or not callable(getattr(protocol, name, None))


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if getattr(other, "_is_protocol", False) and name in _namespace_annotations(base.__dict__):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that describe what others look like."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
        if not cls._is_protocol:
            if cls.__init__ is _no_init:
                cls.__init__ = _next_init(cls)
            return
        cls.__protocol_attrs__ = _protocol_members(cls)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls.__init__ is Protocol.__init__ or cls.__init__ is object.__init__:
            cls.__init__ = _no_init


bare_generics.append(Protocol)


def _next_init(cls):
    """The __init__ of a class that fills in a protocol: the first one that is not the protocol's refusal."""
    for base in cls.__mro__[1:]:
        init = base.__dict__.get("__init__")
        if init is not None and init is not _no_init:
            return init
    return object.__init__


def runtime_checkable(cls):
    """Decorator: isinstance() with this protocol looks for its members."""
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Is it a protocol class?"""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method, result):
    def needed(self):
        pass

    needed.__name__ = method
    namespace = {method: needed, "__module__": "typing", "__slots__": (), "__qualname__": name}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


AnyStr = TypeVar("AnyStr", bytes, str)
AnyStr.__module__ = "typing"


# --- NamedTuple and TypedDict ---


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types = {name: _converted(value) for name, value in _namespace_annotations(ns).items()}
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{plural} {', '.join(defaults)}"
                )
        made = _make_named_tuple(typename, types, [ns[name] for name in defaults], ns["__module__"])
        if len(bases) > 1:  # a generic one
            others = tuple(base for base in bases if base is not _NamedTuple)
            body = {"__slots__": (), "__module__": ns["__module__"]}
            if "__orig_bases__" in ns:
                body["__orig_bases__"] = ns["__orig_bases__"]
            made = type(typename, (made, *others), body)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                       "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in ("__module__", "__annotate__", "__annotate_func__", "__annotations__", "__firstlineno__",
                       "__static_attributes__", "__classcell__"):
                continue
            if key not in made._fields:
                setattr(made, key, value)
                if hasattr(type(value), "__set_name__"):
                    type(value).__set_name__(value, made, key)
        return made


def _make_named_tuple(name, types, defaults, module):
    import collections

    made = collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(types)
    return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


def NamedTuple(typename, fields=(), /):
    """A tuple with named fields: class Point(NamedTuple), or NamedTuple('Point', [('x', int)])."""
    types = {name: _converted(value) for name, value in fields}
    made = _make_named_tuple(typename, types, [], _calling_module_of_function())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _calling_module_of_function():
    return sys._getframe(2).f_globals.get("__name__", "__main__")


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def _qualifiers(annotation):
    """Required, NotRequired and ReadOnly around an annotation."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = annotation.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            yield origin
            annotation = annotation.__args__[0]
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        plain = {key: value for key, value in ns.items()
                 if key not in ("__annotate__", "__annotate_func__", "__annotations__")}
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), plain)
        annotations, required, optional, read_only = {}, set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
            read_only |= base.__dict__.get("__readonly_keys__", set())
        for key, value in _namespace_annotations(ns).items():
            value = annotations[key] = _converted(value)
            found = set(_qualifiers(value))
            is_required = Required in found or (total and NotRequired not in found)
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in found:
                read_only.add(key)
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__readonly_keys__ = frozenset(read_only)
        made.__mutable_keys__ = frozenset(annotations) - made.__readonly_keys__
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def TypedDict(typename, fields, /, *, total=True):
    """A dict with known keys: class Movie(TypedDict), or TypedDict('Movie', {'name': str})."""
    namespace = {"__annotations__": dict(fields), "__module__": _calling_module_of_function()}
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Is it a TypedDict class?"""
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


# --- Functions ---


def cast(typ, val):
    """Return val; type checkers take it for a typ."""
    return val


def assert_type(val, typ, /):
    """Return val; type checkers check that it is a typ."""
    return val


def assert_never(arg, /):
    """Fail: type checkers check that this is never reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Return the object and print its type on stderr."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """Decorator: one of the signatures of a function."""
    function = getattr(func, "__func__", func)
    code = getattr(function, "__code__", None)
    if code is not None:
        key = (function.__module__, function.__qualname__)
        _overloads.setdefault(key, {})[code.co_firstlineno] = func
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, in order."""
    function = getattr(func, "__func__", func)
    key = (getattr(function, "__module__", None), getattr(function, "__qualname__", None))
    return list(_overloads.get(key, {}).values())


def clear_overloads():
    """Forget all overloads."""
    _overloads.clear()


def _mark(name):
    def decorator(obj):
        try:
            setattr(obj, name, True)
        except (AttributeError, TypeError):
            pass
        return obj

    return decorator


def final(f):
    """Decorator: not to be overridden or subclassed."""
    return _mark("__final__")(f)


def override(method, /):
    """Decorator: overrides a method of a base class."""
    return _mark("__override__")(method)


def no_type_check(arg):
    """Decorator: annotations that are no types."""
    return _mark("__no_type_check__")(arg)


def no_type_check_decorator(decorator):
    """Decorator of decorators: what they decorate has annotations that are no types."""

    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Decorator: makes something act as dataclass() does, for type checkers."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


# --- Taking apart ---


def get_origin(tp):
    """What was subscripted: list for List[int]; None for anything else."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, Union):
        return Union
    return None


def get_args(tp):
    """What it was subscripted with."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        origin = tp.__origin__
        callable_form = isinstance(tp, _CallableGenericAlias) or getattr(origin, "__name__", "") == "Callable"
        if callable_form and not (len(args) == 2 and _is_param_list(args[0])):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, Union):
        return tp.__args__
    return ()


def _evaluated(value, globalns, localns):
    """Resolves forward references, also inside of other types."""
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        return _evaluated(_converted(eval(value.__forward_arg__, globalns, localns)), globalns, localns)
    if isinstance(value, list):
        return [_evaluated(item, globalns, localns) for item in value]
    if isinstance(value, (_GenericAlias, GenericAlias, Union)) and not isinstance(value, _LiteralGenericAlias):
        args = tuple(_evaluated(arg, globalns, localns) for arg in value.__args__)
        if args == value.__args__:
            return value
        if isinstance(value, Union):
            return Union[args]
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, args)
        return value._with(args)
    return value


def _without_extras(value):
    """Takes Annotated, Required and their like off."""
    if isinstance(value, _AnnotatedAlias):
        return _without_extras(value.__origin__)
    if get_origin(value) in (Required, NotRequired, ReadOnly):
        return _without_extras(value.__args__[0])
    if isinstance(value, (_GenericAlias, GenericAlias, Union)) and not isinstance(value, _LiteralGenericAlias):
        args = tuple(_without_extras(arg) for arg in value.__args__)
        if args == value.__args__:
            return value
        if isinstance(value, Union):
            return Union[args]
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, args)
        return value._with(args)
    return value


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or callable with all names resolved."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            local = dict(vars(base)) if localns is None else localns
            own = _namespace_annotations(base.__dict__)
            for name, value in own.items():
                hints[name] = _evaluated(_converted(value), names, local)
    else:
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = getattr(inner, "__globals__", None)
            if globalns is None:
                globalns = getattr(obj, "__dict__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if callable(obj) or type(obj).__name__ == "module":
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        local = globalns if localns is None else localns
        for name, value in annotations.items():
            hints[name] = _evaluated(_converted(value), globalns, local)
    if include_extras:
        return hints
    return {name: _without_extras(value) for name, value in hints.items()}


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None):
    """The type that a forward reference names."""
    return forward_ref.evaluate(owner=owner, globals=globals, locals=locals, type_params=type_params)


# --- Names that are made on first use ---

_BUILTIN_NAMES = {
    "List": (list, 1), "Dict": (dict, 2), "Set": (set, 1), "FrozenSet": (frozenset, 1), "Tuple": (tuple, -1),
    "Type": (type, 1),
}
_ABC_NAMES = {
    "Hashable": 0, "Sized": 0, "Container": 1, "Collection": 1, "Iterable": 1, "Iterator": 1, "Reversible": 1,
    "Sequence": 1, "MutableSequence": 1, "AbstractSet": 1, "MutableSet": 1, "Mapping": 2, "MutableMapping": 2,
    "MappingView": 1, "KeysView": 1, "ItemsView": 2, "ValuesView": 1, "Awaitable": 1, "Coroutine": 3,
    "AsyncIterable": 1, "AsyncIterator": 1, "Generator": 3, "AsyncGenerator": 2, "Callable": -1,
}
_COLLECTIONS_NAMES = {"Deque": ("deque", 1), "DefaultDict": ("defaultdict", 2), "OrderedDict": ("OrderedDict", 2),
                      "Counter": ("Counter", 1), "ChainMap": ("ChainMap", 2)}
_SUPPORTS = {"SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__",
             "SupportsBytes": "__bytes__", "SupportsIndex": "__index__", "SupportsAbs": "__abs__",
             "SupportsRound": "__round__"}


def _make_io(name):
    namespace = {"__module__": "typing", "__slots__": (), "__qualname__": name}
    if name == "IO":
        return type("IO", (Generic,), {**namespace, "__orig_bases__": (Generic[AnyStr],)})
    return type(name, (__getattr__("IO"),), {**namespace, "__orig_bases__": ()})


def _make(name):
    if name in _BUILTIN_NAMES:
        return _SpecialGenericAlias(*_BUILTIN_NAMES[name], name)
    if name in _ABC_NAMES:
        import collections.abc

        source = "Set" if name == "AbstractSet" else name
        return _SpecialGenericAlias(getattr(collections.abc, source), _ABC_NAMES[name], name)
    if name in _COLLECTIONS_NAMES:
        import collections

        source, count = _COLLECTIONS_NAMES[name]
        return _SpecialGenericAlias(getattr(collections, source), count, name)
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        return _SpecialGenericAlias(getattr(contextlib, "Abstract" + name), 2, name)
    if name in ("Pattern", "Match"):
        import re

        return _SpecialGenericAlias(getattr(re, name), 1, name)
    if name in _SUPPORTS:
        return _supports(name, _SUPPORTS[name], None)
    if name in ("IO", "TextIO", "BinaryIO"):
        return _make_io(name)
    raise AttributeError(f"module 'typing' has no attribute {name!r}")


def __getattr__(name):
    made = _make(name)
    globals()[name] = made
    return made


__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "Container",
    "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView",
    "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator",
    "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs",
    "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap",
    "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict",
    "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast",
    "clear_overloads", "dataclass_transform", "evaluate_forward_ref", "final", "get_args", "get_origin",
    "get_overloads",
    "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType",
    "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload", "override",
    "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self", "Text",
    "TYPE_CHECKING", "TypeAlias", "TypeAliasType", "TypeGuard", "TypeIs", "Unpack",
]
