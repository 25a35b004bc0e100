# SPDX-License-Identifier: MIT
#
# annotationlib: annotations as Python 3.14 computes them, when somebody asks (PEP 649, PEP 749; Library Reference,
# annotationlib). typing stands on it.
from _types import UnionType


class Format(int):
    """How annotations are asked for."""

    def __repr__(self):
        return f"<Format.{_FORMAT_NAMES[int(self)]}: {int(self)}>"


_FORMAT_NAMES = {1: "VALUE", 2: "VALUE_WITH_FAKE_GLOBALS", 3: "FORWARDREF", 4: "STRING"}
Format.VALUE, Format.VALUE_WITH_FAKE_GLOBALS, Format.FORWARDREF, Format.STRING = map(Format, _FORMAT_NAMES)


class ForwardRef:
    """A name in an annotation that is not defined (yet)."""

    def __init_subclass__(cls, /, **kwargs):
        raise TypeError("Cannot subclass ForwardRef")

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__owner__ = owner

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """The value of the expression."""
        if globals is None:
            import sys

            module = sys.modules.get(getattr(owner or self.__owner__, "__module__", self.__forward_module__))
            globals = getattr(module, "__dict__", {})
        names = dict(globals)
        for parameter in type_params or getattr(owner, "__type_params__", ()):
            names.setdefault(parameter.__name__, parameter)
        names.update(locals or {})
        return eval(self.__forward_arg__, names)

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return UnionType[self, other]

    def __ror__(self, other):
        return UnionType[other, self]

    def __call__(self, *args, **kwargs):  # so that it passes for a type
        raise TypeError("forward references cannot be called")

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def call_annotate_function(annotate, format, *, owner=None):
    """The annotations that an __annotate__ function computes.

    In the FORWARDREF format undefined names are ForwardRefs.
    """
    if format == Format.STRING:
        return annotations_to_string(call_annotate_function(annotate, Format.FORWARDREF, owner=owner))
    if format != Format.FORWARDREF:
        return annotate(1)
    undefined = {}
    while True:
        try:
            if not undefined:
                return annotate(1)
            again = type(annotate)(
                annotate.__code__, {**annotate.__globals__, **undefined}, annotate.__name__, None, annotate.__closure__
            )
            return again(1)
        except NameError as error:
            if error.name is None or error.name in undefined:
                raise
            undefined[error.name] = ForwardRef(error.name, owner=owner)


def get_annotate_from_class_namespace(namespace):
    """The __annotate__ function in a class namespace, or None."""
    return namespace.get("__annotate_func__") or namespace.get("__annotate__")


def _namespace_annotations(namespace):
    """The annotations of a class that is being made, with ForwardRefs for undefined names."""
    if "__annotations__" in namespace:
        return namespace["__annotations__"]
    annotate = get_annotate_from_class_namespace(namespace)
    return {} if annotate is None else call_annotate_function(annotate, Format.FORWARDREF)


def type_repr(value):
    """The text of a type as annotations show it."""
    if value is ...:
        return "..."
    if isinstance(value, ForwardRef):
        return value.__forward_arg__
    if isinstance(value, type) or type(value).__name__ in ("function", "builtin_function_or_method"):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    return repr(value)


def annotations_to_string(annotations):
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """A copy of an object's annotations."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    annotations = None
    if format != Format.VALUE:
        annotate = getattr(obj, "__annotate__", None)
        if annotate is not None:
            annotations = call_annotate_function(annotate, format, owner=obj)
    if annotations is None:
        annotations = getattr(obj, "__annotations__", None)
        if isinstance(obj, type) and not _has_own_annotations(obj):
            annotations = None
        if annotations is None:
            if isinstance(obj, type) or callable(obj) or type(obj).__name__ == "module":
                return {}
            raise TypeError(f"{obj!r} does not have annotations")
    if not isinstance(annotations, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(annotations)
    names = _evaluation_names(obj, globals, locals)
    return {key: eval(value, names) if isinstance(value, str) else value for key, value in annotations.items()}


def _has_own_annotations(cls):
    return any(name in cls.__dict__ for name in ("__annotations__", "__annotate__", "__annotate_func__"))


def _evaluation_names(obj, globals, locals):
    import sys

    if globals is None:
        if isinstance(obj, type):
            globals = getattr(sys.modules.get(obj.__module__), "__dict__", {})
        else:
            while hasattr(obj, "__wrapped__"):
                obj = obj.__wrapped__
            globals = getattr(obj, "__globals__", None) or getattr(obj, "__dict__", {})
    if locals is None:
        locals = vars(obj) if isinstance(obj, type) else {}
    parameters = {parameter.__name__: parameter for parameter in getattr(obj, "__type_params__", ())}
    return {**parameters, **globals, **locals}
