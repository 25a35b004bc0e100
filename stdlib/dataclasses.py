# SPDX-License-Identifier: MIT
#
# dataclasses: classes from annotated fields (PEP 557; Library Reference, dataclasses). The methods are generated as
# source text, so that their calls, defaults and errors are those of written functions.
import sys
from types import FunctionType, GenericAlias, MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple",
    "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _Named:
    """A marker with a readable repr."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_Named, ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"))
_FIELDS, _PARAMS, _POST_INIT = "__dataclass_fields__", "__dataclass_params__", "__post_init__"


class InitVar:
    """Annotation of a parameter of __init__ that is no field: it is handed to __post_init__."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        is_plain_class = isinstance(self.type, type) and not isinstance(self.type, GenericAlias)
        name = self.type.__name__ if is_plain_class else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """A field of a dataclass; made by field()."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},doc={self.doc!r},"
            f"_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        function = getattr(type(self.default), "__set_name__", None)
        if function:
            function(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
                 "weakref_slot")

    def __init__(self, **values):
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={getattr(self, name)!r}' for name in self.__slots__)})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """Describe a field: its default, and in which of the generated methods it takes part."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# --- Fields of a class ---


def _names_typing(annotation, cls, name):
    """Does a string annotation, as it stands, begin with typing.NAME or a local name of it?"""
    head = annotation.partition("[")[0].strip()
    prefix, _, last = head.rpartition(".")
    namespace = sys.modules.get(cls.__module__).__dict__
    if prefix:
        module = namespace.get(prefix)
        return getattr(module, last, None)
    return namespace.get(last)


def _is_classvar(annotation, cls):
    typing = sys.modules.get("typing")
    if not typing:
        return False
    if isinstance(annotation, str):
        return _names_typing(annotation, cls, "ClassVar") is typing.ClassVar
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return _names_typing(annotation, cls, "InitVar") is InitVar
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return _names_typing(annotation, cls, "KW_ONLY") is KW_ONLY
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        result = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING  # a slot's
        result = field(default=default)
    result.name, result.type = name, annotation
    result._field_type = _FIELD
    if _is_classvar(annotation, cls):
        result._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        result._field_type = _FIELD_INITVAR
    if result._field_type is not _FIELD and result.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if result._field_type is _FIELD_CLASSVAR:
        if result.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
        result.kw_only = False
    elif result.kw_only is MISSING:
        result.kw_only = kw_only
    if result._field_type is _FIELD and result.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(result.default)} for field {name} is not allowed: use default_factory")
    return result


def _own_annotations(cls):
    from annotationlib import Format, get_annotations

    return get_annotations(cls, format=Format.FORWARDREF)


def _collect_fields(cls, kw_only):
    """All fields by name: those of the bases first, then the class's own, which may replace them in place."""
    collected = {}
    for base in cls.__mro__[-1:0:-1]:
        for name, inherited in getattr(base, _FIELDS, {}).items() if _FIELDS in base.__dict__ else ():
            collected[name] = inherited
    own, seen_kw_only = [], False
    annotations = _own_annotations(cls)
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        collected[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)  # so that the class has no such attribute
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return collected


# --- Generated methods ---


def _make_function(cls, name, parameters, body, names, returns=None):
    """def name(parameters): body, in the names of the class's module and `names`."""
    outer = ", ".join(names)
    lines = "".join(f"\n  {line}" for line in body)
    text = f"def __create({outer}):\n def {name}({', '.join(parameters)}):{lines}\n return {name}"
    module = sys.modules.get(cls.__module__)
    scope = {}
    exec(text, module.__dict__ if module else {}, scope)
    function = scope["__create"](**names)
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    function.__module__ = cls.__module__
    return function


def _assignment(name, value, frozen, self_name):
    if frozen:
        return f"__dataclass_object__.__setattr__({self_name}, {name!r}, {value})"
    return f"{self_name}.{name} = {value}"


def _init_parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        return f"{f.name}=__dataclass_default_{f.name}__"
    return f"{f.name}=__dataclass_factory__"


def _init_line(f, frozen, self_name, has_slots):
    """The statement of __init__ that sets a field, or None."""
    if f.default_factory is not MISSING:
        value = f"__dataclass_default_{f.name}__()"
        if f.init:
            value = f"{value} if {f.name} is __dataclass_factory__ else {f.name}"
    elif f.init:
        value = f.name
    elif has_slots and f.default is not MISSING:
        value = f"__dataclass_default_{f.name}__"
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    return _assignment(f.name, value, frozen, self_name)


def _check_order_of_defaults(fields):
    seen = None
    for f in fields:
        if not f.init:
            continue
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen = f
        elif seen:
            raise TypeError(f"non-default argument {f.name!r} follows default argument {seen.name!r}")


def _make_init(cls, fields, frozen, has_slots):
    positional = [f for f in fields if f.init and not f.kw_only]
    keyword = [f for f in fields if f.init and f.kw_only]
    _check_order_of_defaults(positional)
    self_name = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    names = {"__dataclass_factory__": _HAS_DEFAULT_FACTORY, "__dataclass_object__": object}
    for f in fields:
        value = f.default if f.default is not MISSING else f.default_factory
        if value is not MISSING:
            names[f"__dataclass_default_{f.name}__"] = value
    parameters = [self_name, *map(_init_parameter, positional)]
    if keyword:
        parameters += ["*", *map(_init_parameter, keyword)]
    body = [line for f in fields if (line := _init_line(f, frozen, self_name, has_slots))]
    if hasattr(cls, _POST_INIT):
        arguments = ", ".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.{_POST_INIT}({arguments})")
    init = _make_function(cls, "__init__", parameters, body or ["pass"], names)
    init.__annotations__ = {f.name: f.type for f in positional + keyword}
    init.__annotations__["return"] = None
    return init


def _guarded(function):
    """A __repr__ that gives ... for an object whose repr is being made."""
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            return function(self)
        finally:
            running.discard(key)

    __repr__.__qualname__ = function.__qualname__
    __repr__.__module__ = function.__module__
    __repr__.__wrapped__ = function
    return __repr__


def _make_repr(cls, fields):
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields if f.repr)
    # The text of the f-string is made of field names only.
    function = _make_function(cls, "__repr__", ["self"], [f'return f"{{self.__class__.__qualname__}}({shown})"'], {})
    return _guarded(function)


def _tuple_text(names, owner):
    return f"({''.join(f'{owner}.{name}, ' for name in names)})"


def _make_eq(cls, names):
    compared = " and ".join(f"self.{name} == other.{name}" for name in names) or "True"
    body = ["if self is other:", " return True", "if other.__class__ is self.__class__:", f" return {compared}",
            "return NotImplemented"]
    return _make_function(cls, "__eq__", ["self", "other"], body, {})


def _make_comparison(cls, method, operator, names):
    mine, theirs = _tuple_text(names, "self"), _tuple_text(names, "other")
    body = ["if other.__class__ is self.__class__:", f" return {mine} {operator} {theirs}", "return NotImplemented"]
    return _make_function(cls, method, ["self", "other"], body, {})


def _make_hash(cls, fields):
    names = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
    return _make_function(cls, "__hash__", ["self"], [f"return hash({_tuple_text(names, 'self')})"], {})


def _add_frozen_methods(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
        if not _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _set_new(cls, name, value):
    """Sets an attribute that the class itself does not have; whether it was set."""
    if name in cls.__dict__:
        return False
    setattr(cls, name, value)
    return True


def _add_hash(cls, fields, unsafe_hash, eq, frozen, has_explicit_hash):
    if unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _make_hash(cls, fields)
    elif eq and not has_explicit_hash:
        cls.__hash__ = _make_hash(cls, fields) if frozen else None


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ in ("builtins",):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature_text(fields):
    """What str(inspect.signature(cls)) would give."""
    def parameter(f):
        text = f"{f.name}: {_annotation_text(f.type)}"
        if f.default is not MISSING:
            return f"{text} = {f.default!r}"
        return text if f.default_factory is MISSING else f"{text} = <factory>"

    positional = [parameter(f) for f in fields if f.init and not f.kw_only]
    keyword = [parameter(f) for f in fields if f.init and f.kw_only]
    return f"({', '.join(positional + (['*'] + keyword if keyword else []))})"


def _signature_of_other_init(cls):
    from inspect import signature

    return str(signature(cls)).removesuffix(" -> None")


def _check_inherited_frozen(cls, frozen):
    frozen_bases = [
        base.__dict__[_PARAMS].frozen for base in cls.__mro__[1:] if _FIELDS in base.__dict__
        and _PARAMS in base.__dict__
    ]
    if not frozen_bases:
        return
    if any(frozen_bases) and not frozen:
        raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if not all(frozen_bases) and frozen:
        raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


def _process_class(cls, params):
    setattr(cls, _PARAMS, params)
    _check_inherited_frozen(cls, params.frozen)
    all_fields = _collect_fields(cls, params.kw_only)
    setattr(cls, _FIELDS, all_fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in all_fields.values() if f._field_type is not _FIELD_CLASSVAR]
    fields = [f for f in all_fields.values() if f._field_type is _FIELD]
    if params.init:
        _set_new(cls, "__init__", _make_init(cls, init_fields, params.frozen, params.slots))
    _set_new(cls, "__replace__", _replace)
    if params.repr:
        _set_new(cls, "__repr__", _make_repr(cls, fields))
    compared = [f.name for f in fields if f.compare]
    if params.eq:
        _set_new(cls, "__eq__", _make_eq(cls, compared))
    if params.order:
        for method, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if not _set_new(cls, method, _make_comparison(cls, method, operator, compared)):
                raise TypeError(
                    f"Cannot overwrite attribute {method} in class {cls.__name__} "
                    "Consider using functools.total_ordering"
                )
    if params.frozen:
        _add_frozen_methods(cls, frozenset(f.name for f in fields))
    _add_hash(cls, fields, params.unsafe_hash, params.eq, params.frozen, has_explicit_hash)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + (_signature_text(init_fields) if params.init else _signature_of_other_init(cls))
    if params.match_args:
        _set_new(cls, "__match_args__", tuple(f.name for f in init_fields if f.init and not f.kw_only))
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    return _with_slots(cls, params, [f.name for f in fields]) if params.slots else cls


# --- slots=True: the class is made anew ---


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
    return [slots] if isinstance(slots, str) else list(slots)


def _redirect_class_cell(function, old, new):
    """super() and __class__ in methods of the old class mean the new one."""
    while hasattr(function, "__wrapped__"):
        function = function.__wrapped__
    if not isinstance(function, FunctionType):
        return
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        if name == "__class__" and cell.cell_contents is old:
            cell.cell_contents = new


def _with_slots(cls, params, field_names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    slots = [name for name in field_names if name not in inherited]
    if params.weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in field_names:
        namespace.pop(name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    for value in namespace.values():
        if isinstance(value, property):
            for accessor in (value.fget, value.fset, value.fdel):
                _redirect_class_cell(accessor, cls, made)
        else:
            _redirect_class_cell(getattr(value, "__func__", value), cls, made)
    if params.frozen:
        for name in ("__setattr__", "__delattr__"):
            delattr(made, name)
        _add_frozen_methods(made, frozenset(field_names))
        if "__getstate__" not in namespace:
            made.__getstate__, made.__setstate__ = _get_slots_state, _set_slots_state
    return made


def _get_slots_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_slots_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


# --- The module's functions ---


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add __init__, __repr__, __eq__ and others to a class, made from its annotated fields."""
    params = _DataclassParams(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                              match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)

    def wrap(cls):
        return _process_class(cls, params)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        all_fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in all_fields.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Is it a dataclass or an instance of one?"""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


_ATOMIC = frozenset({
    type(None), bool, int, float, str, bytes, type(...), type(NotImplemented), range, type, FunctionType,
})


def _converted(obj, convert):
    """A copy of `obj` with each dataclass instance inside its containers converted."""
    cls = type(obj)
    if cls in _ATOMIC:
        return obj
    if hasattr(cls, _FIELDS):
        return convert(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_converted(item, convert) for item in obj])
    if isinstance(obj, (list, tuple)):
        return cls(_converted(item, convert) for item in obj)
    if isinstance(obj, dict):
        items = ((_converted(key, convert), _converted(value, convert)) for key, value in obj.items())
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            result.update(items)
            return result
        return cls(items)
    from copy import deepcopy

    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, those of nested instances too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(instance):
        return dict_factory([(f.name, _converted(getattr(instance, f.name), convert)) for f in fields(instance)])

    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a tuple, those of nested instances too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(instance):
        return tuple_factory([_converted(getattr(instance, f.name), convert) for f in fields(instance)])

    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """A new dataclass from names, (name, type) pairs and (name, type, field) triples."""
    from keyword import iskeyword

    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, _any_type
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    if any(annotation is _any_type for annotation in annotations.values()):
        from typing import Any

        annotations = {name: Any if annotation is _any_type else annotation for name, annotation in annotations.items()}

    def fill(ns):
        ns.update(namespace or {})
        ns.update(defaults)
        ns["__annotations__"] = annotations
        ns["__module__"] = module or sys._getframe(3).f_globals.get("__name__", "types")

    from types import new_class

    cls = new_class(cls_name, bases, {}, fill)
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


_any_type = object()


def replace(obj, /, **changes):
    """A copy of an instance with some of its fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for name, f in getattr(self, _FIELDS).items():
        if f._field_type is _FIELD_CLASSVAR or f.init and name in changes:
            continue
        if f.init:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(self, name)
        elif name in changes:
            raise TypeError(f"field {name} is declared with init=False, it cannot be specified with replace()")
    return self.__class__(**changes)
