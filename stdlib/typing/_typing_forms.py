# SPDX-License-Identifier: MIT
#
# What annotations are made of: special forms, what subscripting them and classes gives, type variables, and Generic.
# All of it belongs to typing, whose other half (protocols, named tuples, functions) builds on it.
#
# Differs: shown as in Python 3.14, where Optional[int] and Union[int, None] are `int | None`.
import operator as _operator
import sys
from _types import FunctionType, GenericAlias, UnionType as Union, mark_native
from annotationlib import ForwardRef

__name__ = "typing"  # the module of the classes here


# --- Arguments ---


def _converted(arg, what=None):
    """One argument of a subscript: None is its type, text is a forward reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if is_bare(arg):
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
    if value is ... or isinstance(value, (list, tuple, ParamSpec)):
        return True
    return getattr(value, "__origin__", None) is Concatenate


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


def _underivable(cls):
    """Class decorator: nobody derives from the class, as from CPython's native ones."""
    def __init_subclass__(derived, /, **kwargs):
        name = cls.__qualname__ if cls is NoDefaultType else f"typing.{cls.__qualname__}"
        raise TypeError(f"type '{name}' is not an acceptable base type")

    cls.__init_subclass__ = classmethod(__init_subclass__)
    if cls.__name__ != "NoDefaultType": # which shows its bare name
        mark_native(cls)
    return cls


class _SpecialForm:
    """A name that only means something to type checkers: Optional, Literal, Self, ..."""

    def __init__(self, name, getitem=None, doc=None):
        self.__name__ = self.__qualname__ = self._name = name
        self._getitem = getitem
        self.__doc__ = doc or getattr(getitem, "__doc__", None)
        self.__module__ = "typing"

    def __init_subclass__(cls, /, **kwargs):
        raise TypeError("Cannot subclass special typing classes")

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
        nested = value.__args__ if isinstance(value, _LiteralGenericAlias) else (value,)
        for item in nested:
            if not any(type(item) is type(other) and item == other for other in values):
                values.append(item)
    return _LiteralGenericAlias(form, tuple(values))


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
    return _UnpackGenericAlias(form, (_converted(parameters),))


def _annotated(form, parameters):
    """Annotated[int, metadata...]: a type with anything attached."""
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, metadata = _converted(parameters[0]), parameters[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, metadata)


Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Concatenate = _SpecialForm("Concatenate", _concatenate)
Unpack = _SpecialForm("Unpack", _unpack)
Annotated = _SpecialForm("Annotated", _annotated)
ClassVar = _SpecialForm("ClassVar", _single, "ClassVar[int]: a variable of the class, not of instances.")
Final = _SpecialForm("Final", _single, "Final[int]: a name that is not assigned again.")
TypeGuard = _SpecialForm("TypeGuard", _single, "TypeGuard[int]: returned by predicates that narrow types.")
TypeIs = _SpecialForm("TypeIs", _single, "TypeIs[int]: the same, also where the answer is no.")
Required = _SpecialForm("Required", _single, "A key of a TypedDict that has to be there.")
NotRequired = _SpecialForm("NotRequired", _single, "A key of a TypedDict that may be missing.")
ReadOnly = _SpecialForm("ReadOnly", _single, "A key of a TypedDict that is not assigned.")
Self = _SpecialForm("Self", doc="The class that the method is called on.")
Never = _SpecialForm("Never", doc="No value at all.")
NoReturn = _SpecialForm("NoReturn", doc="The function never returns.")
LiteralString = _SpecialForm("LiteralString", doc="A str literal.")
TypeAlias = _SpecialForm("TypeAlias", doc="The assignment names a type.")


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
        if is_bare(self.__origin__):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        values = _check_count(self, self.__parameters__, tuple(map(_converted, _as_tuple(args))))
        mapping = list(zip(self.__parameters__, values))
        return self._with(tuple(item for arg in self.__args__ for item in _substitute(arg, mapping)))

    def __call__(self, *args, **kwargs):
        if self._name is not None and isinstance(self.__origin__, type) and self.__origin__.__module__ != "collections":
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
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        entries = [self.__origin__]
        if self._name is not None and Generic not in bases:
            rest = bases[bases.index(self) + 1 :]
            if not any(isinstance(b, _BaseAlias) or isinstance(b, type) and issubclass(b, Generic) for b in rest):
                entries.append(Generic)
        elif self.__origin__ is Generic and any(map(is_bare, bases)):
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
        import typing

        args = self.__args__[0] if len(self.__args__) == 1 else self.__args__
        if self._name == "Callable" and self.__args__[0] is not ...:
            *parameters, result = self.__args__
            args = parameters, result
        return _operator.getitem, (getattr(typing, self._name or "", self.__origin__), args)


class _LiteralGenericAlias(_GenericAlias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__)) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(type(v), v) for v in self.__args__} == {(type(v), v) for v in other.__args__}

    def __hash__(self):
        return hash(frozenset((type(v), v) for v in self.__args__))


class _UnpackGenericAlias(_GenericAlias):
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


class _CallableGenericAlias(_GenericAlias):
    """Callable[[int], str]: __args__ is flat, the result last."""

    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and _is_param_list(parameters[0]):
            shown = _type_text(parameters[0])
        else:
            shown = f"[{', '.join(map(_type_text, parameters))}]"
        return f"typing.Callable[{shown}, {_type_text(result)}]"


class _SpecialGenericAlias(_BaseAlias):
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
        if self.__origin__.__module__ == "collections":
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        rest = bases[bases.index(self) + 1 :]
        if any(isinstance(b, _BaseAlias) or isinstance(b, type) and issubclass(b, Generic) for b in rest):
            return (self.__origin__,)
        return (self.__origin__, Generic)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
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
        else: # a single one; only collections.abc.Callable insists on a list
            flat = (_converted(parameters),)
        return _CallableGenericAlias(self.__origin__, (*flat, _converted(result)), "Callable")


# --- Type variables ---


@_underivable
class NoDefaultType:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = NoDefaultType()


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


@_underivable
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


@_underivable
class ParamSpec(_Variable):
    """A variable for the parameters of a callable."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
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

    __hash__ = None

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"


@_underivable
class ParamSpecArgs(_ParamSpecPart):
    _part = "args"


@_underivable
class ParamSpecKwargs(_ParamSpecPart):
    _part = "kwargs"


@_underivable
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


@_underivable
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
        class Refusal:
            """Stands in for the base, to name the class that was to be made."""

            def __init_subclass__(cls, /, **kwargs):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {supertype})`")

        supertype = self.__name__
        return (Refusal,)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# --- Generic classes ---

bare_generics = []  # Generic and Protocol: bases with the class's own parameters, and no types themselves


def is_bare(cls):
    return any(cls is bare for bare in bare_generics)


def _generic_subscript(cls, params):
    params = _as_tuple(params)
    if is_bare(cls):
        name = cls.__name__
        if not params:
            raise TypeError(f"Parameter list to {name}[...] cannot be empty")
        flat = [p.__typing_unpacked__ if isinstance(p, _UnpackGenericAlias) else p for p in params]
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
        if isinstance(base, _GenericAlias) and is_bare(base.__origin__):
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


bare_generics.append(Generic)
mark_native(Generic)
