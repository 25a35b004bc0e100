# SPDX-License-Identifier: MIT
#
# inspect: what live objects are made of (Library Reference, inspect). Signatures are in _signature.py.
import enum
import sys
import _types
import types
from _signature import (
    BoundArguments, Parameter, Signature, _NATIVE_TYPES, _empty, _ParameterKind, formatannotation, signature, unwrap,
)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# --- What is it? ---


class BufferFlags(enum.IntFlag):
    """What the flags of __buffer__ ask for (PEP 688; C API, "Buffer request types")."""

    SIMPLE = 0
    WRITABLE = 1
    FORMAT = 4
    ND = 8
    STRIDES = 16 | ND
    C_CONTIGUOUS = 32 | STRIDES
    F_CONTIGUOUS = 64 | STRIDES
    ANY_CONTIGUOUS = 128 | STRIDES
    INDIRECT = 256 | STRIDES
    CONTIG = ND | WRITABLE
    CONTIG_RO = ND
    STRIDED = STRIDES | WRITABLE
    STRIDED_RO = STRIDES
    RECORDS = STRIDES | WRITABLE | FORMAT
    RECORDS_RO = STRIDES | FORMAT
    FULL = INDIRECT | WRITABLE | FORMAT
    FULL_RO = INDIRECT | FORMAT
    READ = 256
    WRITE = 512


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return any(test(object) for test in (isbuiltin, isfunction, ismethod, ismethoddescriptor, ismethodwrapper))


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or _types.is_marked(object) or hasattr(type(object), "__await__")


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__") and not hasattr(cls, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


# --- Kinds of functions ---


def _bare_function(obj):
    """The function inside of methods and partial objects."""
    while True:
        if ismethod(obj):
            obj = obj.__func__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return obj


def _has_flag(obj, flag):
    function = _bare_function(obj)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_coroutine_mark = sys.implementation


def markcoroutinefunction(func):
    """Make a callable count as a coroutine function."""
    function = func.__func__ if hasattr(func, "__func__") else func
    function._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    function = _bare_function(obj)
    if isinstance(function, _NATIVE_TYPES) and "_asyncio" in sys.modules:
        from _native_coroutines import is_coroutine_function

        return is_coroutine_function(function)
    return getattr(function, "_is_coroutine_mark", None) is _coroutine_mark


# --- States ---

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"
AGEN_CREATED = "AGEN_CREATED"
AGEN_RUNNING = "AGEN_RUNNING"
AGEN_SUSPENDED = "AGEN_SUSPENDED"
AGEN_CLOSED = "AGEN_CLOSED"


def _state(prefix, running, suspended, frame):
    if running:
        return prefix + "RUNNING"
    if suspended:
        return prefix + "SUSPENDED"
    return prefix + ("CLOSED" if frame is None else "CREATED")


def getgeneratorstate(generator):
    return _state("GEN_", generator.gi_running, generator.gi_suspended, generator.gi_frame)


def getcoroutinestate(coroutine):
    if _types.is_unstarted(coroutine):  # native ones have no frame
        return CORO_CREATED
    return _state("CORO_", coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame)


def getasyncgenstate(agen):
    return _state("AGEN_", agen.ag_running, agen.ag_suspended, agen.ag_frame)


def _locals_of(frame):
    return {} if frame is None else frame.f_locals


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    return _locals_of(generator.gi_frame)


def getcoroutinelocals(coroutine):
    return _locals_of(coroutine.cr_frame)


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals_of(agen.ag_frame)


# --- Members ---


def getmro(cls):
    return cls.__mro__


def _members(object, predicate, get):
    names = set(dir(object))
    mro = (object, *getmro(object)) if isclass(object) else ()
    for base in getattr(object, "__bases__", ()) if isclass(object) else ():
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute):
                names.add(name)
    found = []
    for name in sorted(names):
        try:
            value = get(object, name)
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmembers(object, predicate=None):
    """Pairs of name and value, sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without calling descriptors."""
    return _members(object, predicate, getattr_static)


def getattr_static(obj, attr, default=_empty):
    """An attribute as it is stored: no descriptor, __getattr__ or __getattribute__ is called."""
    cls = obj if isclass(obj) else type(obj)
    in_class = _empty
    for base in type.__dict__["__mro__"].__get__(cls):
        if attr in base.__dict__:
            in_class = base.__dict__[attr]
            break
    if in_class is not _empty and isdatadescriptor(in_class) and not isclass(obj):
        return in_class
    if not isclass(obj):
        try:
            own = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            own = {}
        if attr in own:
            return own[attr]
    if in_class is not _empty:
        return in_class
    if isclass(obj):
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _empty:
        return default
    raise AttributeError(attr)


def _make_tuple(name, fields):
    from collections import namedtuple

    return namedtuple(name, fields, module="inspect")


def classify_class_attrs(cls):
    """What the attributes of a class are and where they come from."""
    Attribute = _named("Attribute")
    result = []
    for name in sorted(set(dir(cls)) | set().union(*(base.__dict__ for base in cls.__mro__))):
        home, value = None, None
        for base in cls.__mro__:
            if name in base.__dict__:
                home, value = base, base.__dict__[name]
                break
        if home is None:
            continue
        if isinstance(value, staticmethod):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, value))
    return result


# --- Documentation and source ---


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def cleandoc(doc):
    """A docstring without the indentation of its lines."""
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")), default=0)
    lines = [lines[0].lstrip(" "), *(line[margin:] for line in lines[1:])]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _owner(function):
    """The class in whose body a function was defined."""
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split(".")[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def _inherited_doc(obj):
    if isclass(obj):
        return next((base.__doc__ for base in obj.__mro__ if base is not object and base.__doc__ is not None), None)
    if ismethod(obj):
        cls, name = obj.__self__, obj.__func__.__name__
        cls = cls if isclass(cls) else type(cls)
    elif isfunction(obj):
        cls, name = _owner(obj), obj.__name__
    elif isinstance(obj, property):
        cls, name = _owner(obj.fget), obj.fget.__name__
    else:
        return None
    for base in cls.__mro__ if cls is not None else ():
        doc = getattr(base.__dict__.get(name), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The documentation of an object, from its class's bases where it has none itself."""
    try:
        doc = object.__doc__
        if doc is None:
            doc = _inherited_doc(object)
    except (AttributeError, TypeError):
        return None
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    """The module that defined an object."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    """The name of the module in a file."""
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def _code_of(object):
    """The code that runs in a method, function, frame or traceback; other objects as they are."""
    for attribute, holds in (("__func__", ismethod), ("__code__", isfunction), ("tb_frame", istraceback),
                             ("f_code", isframe)):
        if holds(object):
            object = getattr(object, attribute)
    return object


def getfile(object):
    """The file that defined an object."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if iscode(code):
        return code.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, got "
        f"{type(object).__name__}"
    )


def getsourcefile(object):
    return getfile(object)


def getabsfile(object, _filename=None):
    return _filename or getfile(object)


def _source_from(line_at, first):
    lines, number = [], first
    while True:
        line = line_at(number)
        if not line:
            # An empty line and the end of the file look the same: look a little further.
            ahead = next((n for n in range(number + 1, number + 20) if line_at(n)), None)
            if ahead is None:
                return lines
            line = "\n"
        lines.append(line)
        number += 1


def getblock(lines):
    """The lines at the beginning that belong to one statement."""
    block, indent, depth, started = [], indentsize(lines[0]), 0, False
    for line in lines:
        text = line.strip()
        if started and depth == 0 and text and not text.startswith("#") and indentsize(line) <= indent:
            break
        block.append(line)
        if not text.startswith("#"):
            depth += sum(map(line.count, "([{")) - sum(map(line.count, ")]}"))
            if text and not text.startswith("@") and depth == 0:
                started = True
    while block and not block[-1].strip():
        block.pop()
    return block


def findsource(object):
    """All lines of the file that defined an object, and the index of its first one."""
    import linecache

    filename = getfile(object)
    code = _code_of(object)
    line_at = linecache._line_of_code if iscode(code) else linecache.getline
    lines = _source_from(lambda n: line_at(code if iscode(code) else filename, n), 1)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, object.__dict__.get("__firstlineno__", 1) - 1
    return lines, code.co_firstlineno - 1


def getsourcelines(object):
    """The source lines of an object and the number of the first one."""
    object = unwrap(object)
    lines, first = findsource(object)
    if ismodule(object):
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    """The source text of an object."""
    return "".join(getsourcelines(object)[0])


# --- Frames ---


def currentframe():
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """Where a frame or traceback stands."""
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    else:
        line = frame.f_lineno
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        import linecache

        start = max(1, line - 1 - context // 2 + 1)
        found = (linecache._line_of_code(frame.f_code, n) for n in range(start, start + context))
        lines = [text for text in found if text]
        lines, index = (lines, line - start) if lines else (None, None)
    return _named("Traceback")(filename, line, frame.f_code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    """FrameInfo records from a frame outwards."""
    found = []
    while frame:
        found.append(_named("FrameInfo")(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """FrameInfo records of a traceback."""
    found = []
    while tb:
        found.append(_named("FrameInfo")(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    """FrameInfo records from the caller outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """FrameInfo records of the exception that is being handled."""
    exc = sys.exception()
    return getinnerframes(None if exc is None else exc.__traceback__, context)


# --- Arguments ---


def getfullargspec(func):
    """The parameters of a function in the older form."""
    try:
        sig = signature(func, follow_wrapped=False)
    except ValueError as error:
        raise TypeError("unsupported callable") from error
    args, kwonly, kwdefaults, defaults = [], [], {}, ()
    varargs = varkw = None
    annotations = {}
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    for parameter in sig.parameters.values():
        if parameter.kind is Parameter.VAR_POSITIONAL:
            varargs = parameter.name
        elif parameter.kind is Parameter.VAR_KEYWORD:
            varkw = parameter.name
        elif parameter.kind is Parameter.KEYWORD_ONLY:
            kwonly.append(parameter.name)
            if parameter.default is not _empty:
                kwdefaults[parameter.name] = parameter.default
        else:
            args.append(parameter.name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        if parameter.annotation is not _empty:
            annotations[parameter.name] = parameter.annotation
    if ismethod(func):
        args.insert(0, func.__func__.__code__.co_varnames[0])
    return _named("FullArgSpec")(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """The variables that the parameters of a call get."""
    bound = signature(func).bind(*positional, **named)
    given = dict(bound.arguments)
    bound.apply_defaults()
    return {**given, **{name: value for name, value in bound.arguments.items() if name not in given}}


def getargvalues(frame):
    """The arguments with which a frame was called."""
    code = frame.f_code
    count = code.co_argcount + code.co_kwonlyargcount
    names = code.co_varnames
    varargs = names[count] if code.co_flags & CO_VARARGS else None
    varkw = names[count + (varargs is not None)] if code.co_flags & CO_VARKEYWORDS else None
    return _named("ArgInfo")(list(names[:count]), varargs, varkw, frame.f_locals)


def getclosurevars(func):
    """The variables from outside that a function uses."""
    if ismethod(func):
        func = func.__func__
    code = func.__code__
    cells = func.__closure__ or ()
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells)}
    import builtins

    found_globals, found_builtins, unbound = {}, {}, set()
    for name in getattr(code, "co_names", ()):
        if name in func.__globals__:
            found_globals[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            found_builtins[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return _named("ClosureVars")(nonlocals, found_globals, found_builtins, unbound)


def getclasstree(classes, unique=False):
    """Classes and what derives from them as nested lists."""
    children, roots = {}, []
    for cls in classes:
        for base in cls.__bases__:
            derived = children.setdefault(base, [])
            if cls not in derived:
                derived.append(cls)
            if unique and base in classes:
                break
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
    roots.extend(base for base in children if base not in classes)
    return _walk_tree(roots, children, None)


def _walk_tree(classes, children, parent):
    result = []
    for cls in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        result.append((cls, cls.__bases__))
        if cls in children:
            result.append(_walk_tree(children[cls], children, cls))
    return result


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of an object."""
    import annotationlib

    return annotationlib.get_annotations(obj, globals=globals, locals=locals, eval_str=eval_str)


# Named tuples, made on first use.
_TUPLES = {
    "Attribute": "name kind defining_class object",
    "Traceback": "filename lineno function code_context index",
    "FrameInfo": "frame filename lineno function code_context index",
    "FullArgSpec": "args varargs varkw defaults kwonlyargs kwonlydefaults annotations",
    "ArgInfo": "args varargs keywords locals",
    "ClosureVars": "nonlocals globals builtins unbound",
}


def _named(name):
    names = globals()
    if name not in names:
        names[name] = _make_tuple(name, _TUPLES[name])
    return names[name]


def __getattr__(name):
    if name in _TUPLES:
        return _named(name)
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")
