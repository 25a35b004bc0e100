# SPDX-License-Identifier: MIT
#
# warnings: reports that do not stop the program, filtered by category, text and place (Library Reference, warnings).
# The engine sends its own warnings through warn_explicit once this module is loaded.
import sys
import _tracebacks

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings", "deprecated",
]

# Each filter: (action, message pattern or None, category, module pattern or None, line or 0). The first that fits wins.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_version = 1  # registries of an older version are forgotten


class WarningMessage:
    """What showwarning() is told."""

    _text = None  # the source text, where no file has it

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    if line is None:
        import linecache

        line = linecache.getline(filename, lineno)
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = line.strip() if line else ""
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr by default."""
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_showwarning = showwarning


def _show(record):
    if showwarning is not _showwarning:
        showwarning(record.message, record.category, record.filename, record.lineno, record.file, record.line)
    elif _collecting is not None:
        _collecting.append(record)
    else:
        line = record.line
        if line is None and record._text is not None:
            line = _tracebacks.source_line(record.filename, record.lineno, record._text)
        _showwarning(record.message, record.category, record.filename, record.lineno, record.file, line)


_collecting = None  # the list of catch_warnings(record=True)


# --- Filters ---

_ACTIONS = ("error", "ignore", "always", "all", "default", "module", "once")


def _check_action(action):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")


def _check_line(lineno):
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Add a filter; message and module are regular expressions."""
    _check_action(action)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _check_line(lineno)
    if message or module:
        import re

        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add_filter((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter for a category."""
    _check_action(action)
    _check_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Forget all filters."""
    filters[:] = []
    _filters_mutated()


def _filters_mutated():
    global _version
    _version += 1


def _fits(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def _action_for(text, category, module, lineno):
    for action, message, kind, place, line in filters:
        if (
            issubclass(category, kind)
            and (line == 0 or line == lineno)
            and _fits(message, text)
            and _fits(place, module)
        ):
            return action
    return defaultaction


# --- Giving warnings ---


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Give a warning about the line that called the caller `stacklevel` levels up."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    try:
        frame = sys._getframe(max(stacklevel, 1))
        while skip_file_prefixes and frame.f_code.co_filename.startswith(tuple(skip_file_prefixes)):
            frame = frame.f_back
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
        text = _tracebacks.code_text(frame.f_code)
    except (ValueError, AttributeError):
        names, filename, lineno, text = sys.__dict__, "<sys>", 0, None
    module = names.get("__name__", "<string>")
    registry = names.setdefault("__warningregistry__", {})
    _warn(message, category, filename, lineno, module, registry, source, text)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Give a warning about a place that is named."""
    _warn(message, category, filename, lineno, module, registry, source, None)


def _warn(message, category, filename, lineno, module, registry, source, source_text):
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module.endswith(".py"):
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = True
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    elif action == "module":
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == "default":
        registry[key] = True
    record = WarningMessage(message, category, filename, lineno, source=source)
    record._text = source_text
    _show(record)


class catch_warnings:
    """Restores the filters at the end of the block; record=True collects the warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f"catch_warnings({'record=True' if self._record else ''})"

    def __enter__(self):
        global showwarning, _collecting
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], showwarning, _collecting
        log = None
        if self._record:
            log = _collecting = []
            showwarning = _showwarning
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global showwarning, _collecting
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning, _collecting = self._saved
        _filters_mutated()


class deprecated:
    """Decorator: using the class or function gives a DeprecationWarning (PEP 702)."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message, self.category, self.stacklevel = message, category, stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self._class(arg)
        if not callable(arg):
            raise TypeError(
                "@deprecated decorator with non-None category must be applied to a class or callable, "
                f"not {arg!r}"
            )

        def wrapper(*args, **kwargs):
            warn(self.message, category=self.category, stacklevel=self.stacklevel + 1)
            return arg(*args, **kwargs)

        for name in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(wrapper, name, getattr(arg, name, None))
        wrapper.__dict__.update(getattr(arg, "__dict__", {}))
        wrapper.__wrapped__ = arg
        arg.__deprecated__ = wrapper.__deprecated__ = self.message
        return wrapper

    def _class(self, cls):
        decorator, original = self, cls.__new__

        def __new__(made, /, *args, **kwargs):
            if made is cls:
                warn(decorator.message, category=decorator.category, stacklevel=decorator.stacklevel + 1)
            if original is not object.__new__:
                return original(made, *args, **kwargs)
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{made.__name__}() takes no arguments")
            return original(made)

        def __init_subclass__(made, **kwargs):
            warn(decorator.message, category=decorator.category, stacklevel=decorator.stacklevel + 1)
            super(cls, made).__init_subclass__(**kwargs)

        cls.__new__ = staticmethod(__new__)
        cls.__init_subclass__ = classmethod(__init_subclass__)
        cls.__deprecated__ = self.message
        return cls


for _option in reversed(sys.warnoptions):  # -W options: action[:message[:category[:module[:line]]]]
    _action = _option.partition(":")[0]
    try:
        simplefilter({"": "default", "a": "always"}.get(_action, _action))
    except ValueError as _error:
        print("Invalid -W option ignored:", _error, file=sys.stderr)
