# SPDX-License-Identifier: MIT
#
# Signatures of callables (PEP 362), for inspect.
import types
from _collections import OrderedDict as _OrderedDict

__name__ = "inspect"  # the module of the classes and functions here


class _empty:
    """Marks what is not there."""


_empty.__module__ = "inspect"

_NATIVE_TYPES = (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                 types.MethodWrapperType, types.ClassMethodDescriptorType)


class _ParameterKind(int):
    """How a parameter takes its arguments."""

    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name, self.description = name, description
        self.value = value
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_ParameterKind.__module__ = "inspect"
_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


def formatannotation(annotation, base_module=None):
    """The text of an annotation in a signature."""
    if type(annotation).__module__ == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    """One parameter of a signature."""

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _KINDS
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in _KINDS:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name, self._kind, self._default, self._annotation = name, kind, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=None, default=None):
        """A copy with other attributes."""
        return type(self)(
            self._name if name is None else name,
            self._kind if kind is None else kind,
            default=self._default if default is None else default,
            annotation=self._annotation if annotation is None else annotation,
        )

    __replace__ = replace

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        return "**" + text if self._kind == _VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return (self._name, self._kind, self._default, self._annotation)

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._key() == other._key()


Parameter.__module__ = "inspect"


class BoundArguments:
    """Arguments assigned to parameters."""

    def __init__(self, signature, arguments):
        self.arguments, self._signature = arguments, signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        values = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                values.extend(self.arguments[name])
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values, by_name = {}, False
        for name, parameter in self._signature.parameters.items():
            if not by_name:
                if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                values.update(self.arguments[name])
            else:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        """Fill in the defaults of missing arguments."""
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{type(self).__name__} ({shown})>"


BoundArguments.__module__ = "inspect"


class Signature:
    """Parameters and result of a callable."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        named, highest, default_before = {}, _POSITIONAL_ONLY, False
        for parameter in parameters or ():
            name, kind = parameter.name, parameter.kind
            if kind < highest:
                raise ValueError(
                    f"wrong parameter order: {highest.description} parameter before {kind.description} parameter"
                )
            highest = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    default_before = True
                elif default_before and __validate_parameters__:
                    raise ValueError("non-default argument follows default argument")
            if name in named:
                raise ValueError(f"duplicate parameter name: {name!r}")
            named[name] = parameter
        self._parameters = types.MappingProxyType(_OrderedDict(named))
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _of_callable(obj, cls, follow_wrapped, (globals, locals, eval_str))

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        """A copy with other attributes."""
        return type(self)(
            self._parameters.values() if parameters is None else parameters,
            return_annotation=self._return_annotation if return_annotation is None else return_annotation,
        )

    __replace__ = replace

    def _bind(self, args, kwargs, partial):
        arguments, positional = {}, list(args)
        kwargs = dict(kwargs)
        var_keyword = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if positional:
                    arguments[name] = tuple(positional)
                    positional = []
            elif kind == _VAR_KEYWORD:
                var_keyword = name
            elif kind != _KEYWORD_ONLY and positional:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = positional.pop(0)
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                if positional:
                    raise TypeError("too many positional arguments")
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                if positional:
                    raise TypeError("too many positional arguments")
                if kind == _POSITIONAL_ONLY and name in kwargs:
                    raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                raise TypeError(f"missing a required argument: {name!r}")
        if positional:
            raise TypeError("too many positional arguments")
        if kwargs:
            if var_keyword is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[var_keyword] = kwargs
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Assign arguments to parameters as a call does."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same where arguments may be missing."""
        return self._bind(args, kwargs, True)

    def format(self, *, max_width=None):
        """The text of the signature."""
        shown, star_needed, slash_pending = [], True, False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                slash_pending = True
            elif slash_pending:
                shown.append("/")
                slash_pending = False
            if kind == _VAR_POSITIONAL:
                star_needed = False
            elif kind == _KEYWORD_ONLY and star_needed:
                shown.append("*")
                star_needed = False
            shown.append(str(parameter))
        if slash_pending:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(shown) + "\n)"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        if self._return_annotation != other._return_annotation:
            return False

        def split(sig):
            ordered = [p for p in sig._parameters.values() if p.kind != _KEYWORD_ONLY]
            return ordered, {p.name: p for p in sig._parameters.values() if p.kind == _KEYWORD_ONLY}

        return split(self) == split(other)


Signature.__module__ = "inspect"


# --- Finding it out ---


def unwrap(func, *, stop=None):
    """What __wrapped__ leads to."""
    seen = {id(func)}
    first = func
    while hasattr(func, "__wrapped__") and not isinstance(func, type):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) > 1000:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return _of_callable(obj, Signature, follow_wrapped, (globals, locals, eval_str))


def _of_callable(obj, cls, follow_wrapped, evaluation):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _without_first(_of_callable(obj.__func__, cls, follow_wrapped, evaluation))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _of_callable(obj, cls, follow_wrapped, evaluation)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        if callable(given) and not isinstance(given, Signature):
            given = given()
        if isinstance(given, str):
            return _from_text(given, cls)
        if not isinstance(given, Signature):
            raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
        return given
    if isinstance(obj, types.FunctionType):
        return _of_function(obj, cls, evaluation)
    if type(obj).__name__ == "partial" and hasattr(obj, "func"):
        return _of_partial(obj, cls, follow_wrapped, evaluation)
    if isinstance(obj, type):
        return _of_class(obj, cls, follow_wrapped, evaluation)
    if isinstance(obj, _NATIVE_TYPES):
        return _of_native(obj, cls)
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _without_first(_of_function(call, cls, evaluation))
    text = getattr(call, "__text_signature__", None) if isinstance(call, _NATIVE_TYPES) else None
    if text and _tells_parameters(text):
        return _without_first(_from_text(text, cls))
    if call is not None and hasattr(call, "__wrapped__"):
        return _without_first(_of_callable(call, cls, follow_wrapped, evaluation))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _without_first(sig):
    """The signature of a bound method."""
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters.pop(0)
    return sig.replace(parameters=parameters)


def _of_function(func, cls, evaluation):
    code = func.__code__
    names, flags = code.co_varnames, code.co_flags
    positional, posonly, kwonly = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    globals, locals, eval_str = evaluation
    if eval_str:
        import annotationlib

        annotations = annotationlib.get_annotations(func, globals=globals, locals=locals, eval_str=True)
    else:
        annotations = func.__annotations__
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    parameters = []
    for index, name in enumerate(names[:positional]):
        from_end = positional - index
        parameters.append(
            Parameter(
                name,
                _POSITIONAL_ONLY if index < posonly else _POSITIONAL_OR_KEYWORD,
                default=defaults[-from_end] if from_end <= len(defaults) else _empty,
                annotation=annotations.get(name, _empty),
            )
        )
    at = positional + kwonly
    if flags & 4:
        parameters.append(Parameter(names[at], _VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[positional : positional + kwonly]:
        parameters.append(
            Parameter(
                name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty)
            )
        )
    if flags & 8:
        parameters.append(Parameter(names[at], _VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _of_partial(obj, cls, follow_wrapped, evaluation):
    sig = _of_callable(obj.func, cls, follow_wrapped, evaluation)
    try:
        bound = sig.bind_partial(*obj.args, **obj.keywords)
    except TypeError as error:
        raise ValueError(f"partial object {obj!r} has incorrect arguments") from error
    parameters, by_name = [], False
    positional = len(obj.args)
    for name, parameter in sig.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD) and positional > 0:
            positional -= 1
            continue
        if name in obj.keywords and parameter.kind != _VAR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY, default=bound.arguments[name])
            by_name = True
        elif by_name and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif by_name and parameter.kind == _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    parameters.sort(key=lambda p: p.kind)
    return sig.replace(parameters=parameters)


def _of_class(obj, cls, follow_wrapped, evaluation):
    call = getattr(type(obj), "__call__", None)
    if isinstance(call, types.FunctionType):
        return _without_first(_of_function(call, cls, evaluation))
    for base in obj.__mro__:
        if base is object:
            break
        for name in ("__new__", "__init__"):
            if name not in base.__dict__:
                continue
            method = base.__dict__[name]
            if isinstance(method, staticmethod):
                method = method.__func__
            if isinstance(method, _NATIVE_TYPES):
                continue
            return _without_first(_of_callable(method, cls, follow_wrapped, evaluation))
    for base in obj.__mro__:
        for name in ("__new__", "__init__"):
            method = base.__dict__.get(name)
            if isinstance(method, staticmethod):
                method = method.__func__
            text = getattr(method, "__text_signature__", None)
            if base is not object and text and _tells_parameters(text):
                return _without_first(_from_text(text, cls))
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return cls()
    raise ValueError(f"no signature found for builtin type {obj!r}")


def _tells_parameters(text):
    """Whether the text names the parameters, and all their defaults."""
    return text not in ("(self, /, *args, **kwargs)", "(cls, /, *args, **kwargs)", "(cls, /, *args)") and (
        "<unset>" not in text)


# What makes, fills in or calls an object of a native type takes whatever the type does.
_TAKE_ALL = {
    "__new__": "(*args, **kwargs)", "__init__": "(self, /, *args, **kwargs)", "__call__": "(self, /, *args, **kwargs)",
}


def _of_native(obj, cls):
    text = getattr(obj, "__text_signature__", None)
    if obj.__name__ in _TAKE_ALL and not isinstance(getattr(obj, "__self__", None), types.ModuleType):
        text = _TAKE_ALL[obj.__name__]
    if not text or "<unset>" in text:
        raise ValueError(f"no signature found for builtin {obj!r}")
    sig = _from_text(text, cls)
    owner = getattr(obj, "__self__", None)
    parameters = list(sig.parameters.values())
    is_method = owner is not None and not isinstance(owner, types.ModuleType)
    if is_method and parameters and parameters[0].name in ("self", "cls", "type"):
        return sig.replace(parameters=parameters[1:])
    return sig


def _from_text(text, cls):
    """A signature from text like "(self, x=0, /, *args)"."""
    namespace = {}
    exec(f"def _f{text.rpartition(')')[0]}): pass", namespace)
    sig = _of_function(namespace["_f"], cls, (None, None, False))
    return sig
