# SPDX-License-Identifier: MIT
#
# typing: what annotations are written with (Library Reference, typing). Nothing here checks types; the objects can be
# subscripted, compared, shown and taken apart again. Unions are made by the engine, other special forms are instances of
# _Form, subscripted ones of _GenericAlias. The generic names of collections.abc and collections are made on first use.
#
# Differs: shown as in Python 3.14, where Optional[int] and Union[int, None] are `int | None`.
import sys
from _types import FunctionType, GenericAlias, UnionType as Union
from abc import ABCMeta
from annotationlib import ForwardRef, _namespace_annotations

TYPE_CHECKING = False


# --- Arguments ---


def _converted(arg, what=None):
    """One argument of a subscript: None is its type, text is a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    return arg


def _as_tuple(params):
    return params if isinstance(params, tuple) else (params,)


def _type_text(value):
    if value is ...:
        return "..."
    if isinstance(value, tuple):
        return "(" + ", ".join(map(_type_text, value)) + ")"
    if isinstance(value, list):
        return "[" + ", ".join(map(_type_text, value)) + "]"
    if isinstance(value, type) and not isinstance(value, GenericAlias):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, FunctionType):
        return value.__name__
    return repr(value)


def _parameters_of(args):
    """The type variables in `args`, each once."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (tuple, list)):
            nested = _parameters_of(arg)
        elif hasattr(arg, "__typing_subst__"):
            nested = (arg,)
        else:
            nested = getattr(arg, "__parameters__", ())
        for parameter in nested:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


def _check_count(subject, params, args):
    """Arguments for these type variables, completed by defaults. One TypeVarTuple takes as many as there are."""
    required = [p for p in params if not _has_default(p)]
    tuples = [i for i, p in enumerate(params) if isinstance(p, TypeVarTuple)]
    if tuples:
        at, extra = tuples[0], len(args) - len(params) + 1
        if extra < 0:
            raise TypeError(f"Too few arguments for {subject}; actual {len(args)}, expected at least {len(params) - 1}")
        return (*args[:at], args[at : at + extra], *args[at + extra :])
    if len(params) == 1 and isinstance(params[0], ParamSpec) and not (len(args) == 1 and _is_param_list(args[0])):
        args = (tuple(args),)
    if len(args) > len(params):
        raise TypeError(f"Too many arguments for {subject}; actual {len(args)}, expected {len(params)}")
    if len(args) < len(required):
        least = "at least " if len(required) != len(params) or len(args) < len(params) else ""
        raise TypeError(f"Too few arguments for {subject}; actual {len(args)}, expected {least}{len(required)}")
    return (*args, *(p.__default__ for p in params[len(args) :]))


def _is_param_list(value):
    return value is ... or isinstance(value, (list, tuple, ParamSpec)) or getattr(value, "__origin__", None) is Concatenate


def _has_default(parameter):
    return getattr(parameter, "__default__", NoDefault) is not NoDefault


def _substitute(arg, mapping):
    """Replaces type variables inside one argument; a tuple of results for what spreads."""
    if isinstance(arg, type):
        return (arg,)
    for parameter, value in mapping:
        if arg is parameter:
            if isinstance(parameter, TypeVarTuple):
                return value
            if isinstance(parameter, ParamSpec) and isinstance(value, (list, tuple)):
                return tuple(value)
            return (value,)
    if isinstance(arg, (list, tuple)):
        return (type(arg)(item for part in arg for item in _substitute(part, mapping)),)
    unpacked = getattr(arg, "__typing_unpacked__", None)
    if unpacked is not None:
        return _substitute(unpacked, mapping) if any(unpacked is p for p, _ in mapping) else (arg,)
    own = getattr(arg, "__parameters__", ())
    if not own:
        return (arg,)
    values = []
    for parameter in own:
        values.extend(_substitute(parameter, mapping))
    return (arg[tuple(values)],)


# --- Special forms ---


class _Form:
    """A name that only means something to type checkers: Optional, Literal, Self, ..."""

    def __init__(self, name, getitem=None, doc=None):
        self.__name__ = self.__qualname__ = self._name = name
        self._getitem = getitem
        self.__doc__ = doc or getattr(getitem, "__doc__", None)
        self.__module__ = "typing"

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")


def _single(form, parameters):
    """One argument: ClassVar[int]."""
    if isinstance(parameters, tuple):
        raise TypeError(f"{form} accepts only single type. Got {parameters!r:.100}.")
    return _GenericAlias(form, (_converted(parameters),))


def _optional(form, parameters):
    """Optional[X] is X | None."""
    if isinstance(parameters, tuple):
        raise TypeError(f"{form} requires a single type. Got {parameters!r:.100}.")
    return Union[parameters, None]


def _literal(form, parameters):
    """Literal['r', 'w']: one of these values."""
    values = []
    for value in _as_tuple(parameters):
        nested = value.__args__ if isinstance(value, _LiteralAlias) else (value,)
        for item in nested:
            if not any(type(item) is type(other) and item == other for other in values):
                values.append(item)
    return _LiteralAlias(form, tuple(values))


def _concatenate(form, parameters):
    """Concatenate[int, P]: parameters put in front."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    parameters = _as_tuple(parameters)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _GenericAlias(form, (*map(_converted, parameters[:-1]), parameters[-1]))


def _unpack(form, parameters):
    """Unpack[Ts]: as *Ts."""
    if isinstance(parameters, tuple):
        raise TypeError(f"{form} accepts only single type. Got {parameters!r:.100}.")
    return _UnpackAlias(form, (_converted(parameters),))


def _annotated(form, parameters):
    """Annotated[int, metadata...]: a type with anything attached."""
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, metadata = _converted(parameters[0]), parameters[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


Optional = _Form("Optional", _optional)
Literal = _Form("Literal", _literal)
Concatenate = _Form("Concatenate", _concatenate)
Unpack = _Form("Unpack", _unpack)
Annotated = _Form("Annotated", _annotated)
ClassVar = _Form("ClassVar", _single, "ClassVar[int]: a variable of the class, not of instances.")
Final = _Form("Final", _single, "Final[int]: a name that is not assigned again.")
TypeGuard = _Form("TypeGuard", _single, "TypeGuard[int]: returned by predicates that narrow types.")
TypeIs = _Form("TypeIs", _single, "TypeIs[int]: the same, also where the answer is no.")
Required = _Form("Required", _single, "A key of a TypedDict that has to be there.")
NotRequired = _Form("NotRequired", _single, "A key of a TypedDict that may be missing.")
ReadOnly = _Form("ReadOnly", _single, "A key of a TypedDict that is not assigned.")
Self = _Form("Self", doc="The class that the method is called on.")
Never = _Form("Never", doc="No value at all.")
NoReturn = _Form("NoReturn", doc="The function never returns.")
LiteralString = _Form("LiteralString", doc="A str literal.")
TypeAlias = _Form("TypeAlias", doc="The assignment names a type.")


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any value."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


# --- Subscripted forms ---


class _BaseAlias:
    """What stands for a class or form in annotations; attributes are the class's."""

    def __getattr__(self, attr):
        if attr in ("__origin__", "__args__") or (attr.startswith("__") and attr.endswith("__")):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {attr!r}")
        return getattr(self.__origin__, attr)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _GenericAlias(_BaseAlias):
    """origin[args]. `name` is set for the names of this module that stand for another class: List, Callable, ..."""

    def __init__(self, origin, args, name=None):
        self.__origin__, self.__args__, self._name = origin, args, name
        self.__name__ = name or origin.__name__
        self.__qualname__ = name or origin.__qualname__
        self.__parameters__ = _parameters_of(args)
        if isinstance(origin, type):
            self.__module__ = origin.__module__ if name is None else "typing"

    def _with(self, args):
        return type(self)(self.__origin__, args, self._name)

    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        values = _check_count(self, self.__parameters__, tuple(map(_converted, _as_tuple(args))))
        mapping = list(zip(self.__parameters__, values))
        return self._with(tuple(item for arg in self.__args__ for item in _substitute(arg, mapping)))

    def __call__(self, *args, **kwargs):
        if self._name is not None and isinstance(self.__origin__, type):
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
            )
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _Form):
            raise TypeError(f"Cannot subclass {self!r}")
        entries = [self.__origin__]
        if self._name is not None and Generic not in bases:
            rest = bases[bases.index(self) + 1 :]
            if not any(isinstance(b, _BaseAlias) or isinstance(b, type) and issubclass(b, Generic) for b in rest):
                entries.append(Generic)
        elif self.__origin__ is Generic and Protocol in bases:
            return ()
        elif self.__origin__ is Generic:
            rest = bases[bases.index(self) + 1 :]
            if any(isinstance(b, _BaseAlias) and b is not self for b in rest):
                return ()
        return tuple(entries)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_text(self.__origin__)
        if not self.__args__:
            return f"{name}[()]"
        return f"{name}[{', '.join(map(_type_text, self.__args__))}]"

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __iter__(self):
        yield Unpack[self]

    def __reduce__(self):
        return _rebuilt, (self.__origin__, self.__args__, self._name)


def _rebuilt(origin, args, name):
    return _GenericAlias(origin, args, name)


class _LiteralAlias(_GenericAlias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(v), v) for v in self.__args__} == {(type(v), v) for v in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(v), v) for v in self.__args__))


class _UnpackAlias(_GenericAlias):
    @property
    def __typing_unpacked__(self):
        return self.__args__[0]

    def __repr__(self):
        return f"typing.Unpack[{_type_text(self.__args__[0])}]"


class _AnnotatedAlias(_GenericAlias):
    def __init__(self, origin, metadata, name=None):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __repr__(self):
        return f"typing.Annotated[{_type_text(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _CallableAlias(_GenericAlias):
    """Callable[[int], str]: __args__ is flat, the result last."""

    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and _is_param_list(parameters[0]):
            shown = _type_text(parameters[0])
        else:
            shown = f"[{', '.join(map(_type_text, parameters))}]"
        return f"typing.Callable[{shown}, {_type_text(result)}]"


class _Generic(_BaseAlias):
    """The plain names of this module for classes elsewhere: List, Mapping, Callable."""

    def __init__(self, origin, count, name):
        self.__origin__, self._count, self._name = origin, count, name
        self.__name__ = self.__qualname__ = name
        self.__module__ = "typing"
        self.__doc__ = f"A generic version of {origin.__module__}.{origin.__qualname__}."

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        rest = bases[bases.index(self) + 1 :]
        if any(isinstance(b, _BaseAlias) or isinstance(b, type) and issubclass(b, Generic) for b in rest):
            return (self.__origin__,)
        return (self.__origin__, Generic)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _Generic):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __getitem__(self, params):
        if self._name == "Callable":
            return self._callable(params)
        if self._name == "Tuple":
            args = _as_tuple(params)
            return _GenericAlias(tuple, tuple(a if a is ... else _converted(a) for a in args), "Tuple")
        if self._count == 0:
            raise TypeError(f"{self!r} is not a generic class")
        args = tuple(map(_converted, _as_tuple(params)))
        defaults = {"Generator": (type(None), type(None)), "AsyncGenerator": (type(None),),
                    "ContextManager": (Union[bool, None],), "AsyncContextManager": (Union[bool, None],)}
        missing = self._count - len(args)
        own = defaults.get(self._name, ())
        if 0 < missing <= len(own):
            args += own[len(own) - missing :]
        elif missing:
            word = "few" if missing > 0 else "many"
            raise TypeError(f"Too {word} arguments for {self!r}; actual {len(args)}, expected {self._count}")
        return _GenericAlias(self.__origin__, args, self._name)

    def _callable(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = params
        if isinstance(parameters, (list, tuple)):
            flat = tuple(map(_converted, parameters))
        elif _is_param_list(parameters):
            flat = (parameters,)
        else:
            raise TypeError(
                f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}"
            )
        return _CallableAlias(self.__origin__, (*flat, _converted(result)), "Callable")


# --- Type variables ---


class _NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


def _calling_module():
    frame = sys._getframe(2)
    return frame.f_globals.get("__name__", "__main__")


class _Variable:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if getattr(self, "__infer_variance__", False):
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault


class TypeVar(_Variable):
    """A type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if infer_variance and (covariant or contravariant):
            raise ValueError("Variance cannot be specified with infer_variance.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(map(_converted, constraints))
        self.__bound__ = None if bound is None else _converted(bound)
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = _calling_module()

    def __typing_subst__(self, arg):
        return _converted(arg)


class ParamSpec(_Variable):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault, infer_variance=False):
        self.__name__ = name
        self.__bound__ = None if bound is None else _converted(bound)
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = _calling_module()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return arg


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


class ParamSpecArgs(_ParamSpecPart):
    _part = "args"


class ParamSpecKwargs(_ParamSpecPart):
    _part = "kwargs"


class TypeVarTuple(_Variable):
    """A variable for any number of types."""

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__default__ = default
        self.__module__ = _calling_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")


class TypeAliasType:
    """What a `type X = ...` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__type_params__, self._value = name, type_params, value
        self.__parameters__ = type_params
        self.__module__ = _calling_module()

    @property
    def __value__(self):
        value = self._value
        return value() if isinstance(value, FunctionType) and value.__name__ == self.__name__ else value

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, _as_tuple(parameters))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self.__name__


Text = str


class NewType:
    """A distinct type for checkers, the identity function at run time."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _calling_module()

    def __call__(self, arg):
        return arg

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError(
            "Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`YourName = NewType('YourName', {self.__name__})`"
        )

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# --- Generic classes ---


def _generic_subscript(cls, params):
    params = _as_tuple(params)
    if cls is Generic or cls is Protocol:
        name = cls.__name__
        if not params:
            raise TypeError(f"Parameter list to {name}[...] cannot be empty")
        flat = [p.__typing_unpacked__ if isinstance(p, _UnpackAlias) else p for p in params]
        if not all(isinstance(p, (TypeVar, ParamSpec, TypeVarTuple)) for p in flat):
            raise TypeError(
                f"Parameters to {name}[...] must all be type variables or parameter specification variables."
            )
        if len(set(map(id, flat))) != len(flat):
            raise TypeError(f"Parameters to {name}[...] must all be unique")
        return _GenericAlias(cls, tuple(params))
    own = getattr(cls, "__parameters__", ())
    if not own:
        raise TypeError(f"{cls} is not a generic class")
    values = _check_count(cls, own, tuple(map(_converted, params)))
    flat = []
    for parameter, value in zip(own, values):
        if isinstance(parameter, TypeVarTuple):
            flat.extend(value)
        else:
            flat.append(tuple(value) if isinstance(value, list) else value)
    return _GenericAlias(cls, tuple(flat))


def _generic_parameters(cls):
    """The type variables of a new class: those of its Generic[...] base, or all that its bases mention."""
    bases = cls.__dict__.get("__orig_bases__")
    if bases is None:
        if Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        return ()
    if Generic in bases:
        raise TypeError("Cannot inherit from plain Generic")
    mentioned = _parameters_of([base for base in bases if hasattr(base, "__args__")])
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
            declared = base.__parameters__
            missing = [p for p in mentioned if p not in declared]
            if missing:
                raise TypeError(
                    f"Some type variables ({', '.join(map(str, missing))}) are not listed in "
                    f"{base.__origin__.__name__}[{', '.join(map(str, declared))}]"
                )
            return declared
    return mentioned


class Generic:
    """Base of generic classes: class Box(Generic[T])."""

    __slots__ = ()

    def __class_getitem__(cls, params):
        return _generic_subscript(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls.__parameters__ = _generic_parameters(cls)


# --- Protocols ---

_PROTOCOL_NOISE = frozenset(
    "__abstractmethods__ __annotations__ __annotate__ __annotate_func__ __annotations_cache__ __class_getitem__ __dict__ "
    "__doc__ __firstlineno__ __init__ __match_args__ __module__ __new__ __non_callable_proto_members__ __orig_bases__ "
    "__parameters__ __protocol_attrs__ __qualname__ __slots__ __static_attributes__ __subclasshook__ __type_params__ "
    "__weakref__ _abc_impl _is_protocol _is_runtime_protocol".split()
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
        if super().__instancecheck__(instance):
            return True
        return all(_has_member(cls, instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if cls is not Protocol and getattr(cls, "_is_protocol", False):
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
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
                       "_make", "_replace", "_asdict", "_source"):
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
        callable_form = isinstance(tp, _CallableAlias) or getattr(origin, "__name__", "") == "Callable"
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
    if isinstance(value, (_GenericAlias, GenericAlias, Union)) and not isinstance(value, _LiteralAlias):
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
    if isinstance(value, (_GenericAlias, GenericAlias, Union)) and not isinstance(value, _LiteralAlias):
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
        return _Generic(*_BUILTIN_NAMES[name], name)
    if name in _ABC_NAMES:
        import collections.abc

        source = "Set" if name == "AbstractSet" else name
        return _Generic(getattr(collections.abc, source), _ABC_NAMES[name], name)
    if name in _COLLECTIONS_NAMES:
        import collections

        source, count = _COLLECTIONS_NAMES[name]
        return _Generic(getattr(collections, source), count, name)
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        return _Generic(getattr(contextlib, "Abstract" + name), 2, name)
    if name in ("Pattern", "Match"):
        import re

        return _Generic(getattr(re, name), 1, name)
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
    "clear_overloads", "dataclass_transform", "evaluate_forward_ref", "final", "get_args", "get_origin", "get_overloads",
    "get_protocol_members", "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType",
    "no_type_check", "no_type_check_decorator", "NoDefault", "NoReturn", "NotRequired", "overload", "override",
    "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self", "Text",
    "TYPE_CHECKING", "TypeAlias", "TypeAliasType", "TypeGuard", "TypeIs", "Unpack",
]
