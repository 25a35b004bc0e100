# SPDX-License-Identifier: MIT
#
# traceback: exceptions and stacks as text and as lists of frames (Library Reference, traceback). The engine does the
# formatting.
import sys
import _tracebacks

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
    "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list",
]


class FrameSummary:
    """One entry of a stack."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None
        self._line = line
        self._source = kwargs["_source"] if "_source" in kwargs else _tracebacks.running_text(filename)

    @property
    def line(self):
        if self._line is None:
            self._line = _tracebacks.source_line(self.filename, self.lineno, self._source)
        return self._line.strip()

    def _text(self):
        if self._line is not None and self.colno is None:
            text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
            if self.line:
                text += f"    {self.line}\n"
        else:
            text = _tracebacks.format_entry(
                self.filename, self.lineno, self.name, self.end_lineno, self.colno, self.end_colno, self._source
            )
        if self.locals:
            text += "".join(f"    {key} = {value}\n" for key, value in sorted(self.locals.items()))
        return text

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    """Entries of a stack, outermost first."""

    @classmethod
    def _from_rows(cls, rows, limit):
        return cls(
            FrameSummary(file, line, name, end_lineno=end, colno=column, end_colno=end_column, _source=text)
            for file, line, name, end, column, end_column, text in _limited(rows, limit)
        )

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From pairs of frame and line."""
        return cls(
            FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name,
                         locals=frame.f_locals if capture_locals else None, _source=_tracebacks.code_text(frame.f_code))
            for frame, line in _limited(list(frame_gen), limit)
        )

    @classmethod
    def from_list(cls, a_list):
        """From FrameSummary objects or tuples (filename, line number, name, line)."""
        return cls(
            item if isinstance(item, FrameSummary) else FrameSummary(item[0], item[1], item[2], line=item[3])
            for item in a_list
        )

    def format_frame_summary(self, frame_summary, **kwargs):
        return frame_summary._text()

    def format(self, **kwargs):
        """A text per entry; repetitions are counted."""
        result, last, count = [], None, 0

        def close_run():
            if count > 3:
                result.append(f"  [Previous line repeated {count - 3} more time{'s' if count > 4 else ''}]\n")

        for item in self:
            place = (item.filename, item.lineno, item.name)
            if place != last:
                close_run()
                last, count = place, 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(item))
        close_run()
        return result


# --- Stacks ---


def walk_tb(tb):
    """The frames and lines of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """The frames and lines from a frame outwards."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return StackSummary._from_rows(_tracebacks.entries(tb), limit)


def extract_stack(f=None, limit=None):
    """The entries of the running stack, or of a frame's."""
    if f is None:
        rows = _tracebacks.running_entries(1)
        return StackSummary._from_rows(rows, None if limit is None else -limit)
    stack = StackSummary.extract(reversed(list(walk_stack(f))))
    return stack if limit is None else StackSummary(stack[-limit:])


def format_list(extracted_list):
    """Texts of the entries of a stack."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print the entries of a stack."""
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    """Texts of the entries of a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print the entries of a traceback."""
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    """Texts of the entries of the running stack."""
    if f is None:
        f = sys._getframe(1)
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print the running stack."""
    if f is None:
        f = sys._getframe(1)
    _write(extract_stack(f, limit).format(), file)


def clear_frames(tb):
    """Frames of tracebacks hold no local variables here: there is nothing to clear."""


def _write(texts, file):
    file = sys.stderr if file is None else file
    for text in texts:
        file.write(text)


# --- Exceptions ---

_missing = object()


def _given(exc, value, tb):
    """The exception that the arguments of the older and the newer form name."""
    if value is _missing and tb is _missing:
        if isinstance(exc, BaseException) or exc is None:
            return exc
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    if value is _missing or tb is _missing:
        raise ValueError("Both or neither of value and tb must be given")
    return value


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    """The lines of an exception with its stack."""
    shown = TracebackException.from_exception(_given(exc, value, tb), limit=limit)
    if tb is not _missing and tb is not shown._traceback:
        shown._replace_traceback(tb, limit)
    return list(shown.format(chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    """Print an exception with its stack."""
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exception_only(exc, /, value=_missing, *, show_group=False):
    """The lines that name the exception."""
    if value is _missing:
        value = exc
    return list(TracebackException.from_exception(value).format_exception_only(show_group=show_group))


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Print the exception that the prompt reported last."""
    if not hasattr(sys, "last_exc"):
        raise ValueError("no last exception")
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


class TracebackException:
    """An exception ready to be shown."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self._value, self._traceback, self._limit = exc_value, exc_traceback, limit
        self.exc_type = exc_type
        if capture_locals and exc_traceback is not None:
            self.stack = StackSummary.extract(walk_tb(exc_traceback), limit=limit, capture_locals=True)
        else:
            self.stack = extract_tb(exc_traceback, limit)
        try:
            self._str = "None" if exc_value is None else str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self._linked(exc_value and exc_value.__cause__, seen)
        self.__context__ = self._linked(exc_value and exc_value.__context__, seen)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._linked(member, set()) for member in exc_value.exceptions]
        if isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.msg = exc_value.filename, exc_value.text, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.offset, self.end_offset = exc_value.offset, exc_value.end_offset

    def _linked(self, exc, seen):
        if exc is None or id(exc) in seen:
            return None
        return TracebackException(type(exc), exc, exc.__traceback__, limit=self._limit, _seen=seen)

    def _replace_traceback(self, tb, limit):
        self._traceback = tb
        self.stack = extract_tb(tb, limit)
        self._limit = self._limit or sys.maxsize  # not what the engine would show

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, getattr(exc, "__traceback__", None), *args, **kwargs)

    @property
    def exc_type_str(self):
        if self._value is None:
            return None
        cls = self.exc_type
        module = cls.__module__
        if module in ("__main__", "builtins"):
            return cls.__qualname__
        return f"{module if isinstance(module, str) else '<unknown>'}.{cls.__qualname__}"

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return list(self.format()) == list(other.format())
        return NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The lines that name the exception."""
        indent = 3 * _depth * " "
        if self._value is None:
            yield indent + "NoneType: None\n"
            return
        text = _tracebacks.format(self._value, False, False)
        if isinstance(self._value, SyntaxError) or _depth or self.__notes__:
            for line in _lines(text):
                yield indent + line
        else:
            yield text
        if show_group and self.exceptions:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=True, _depth=_depth + 1)

    def format(self, *, chain=True, **kwargs):
        """The lines of the exception with its stack."""
        if self._value is None:
            if self.stack:
                yield "Traceback (most recent call last):\n"
                yield from self.stack.format()
            yield "NoneType: None\n"
            return
        if self._limit is None and self.exceptions is not None:
            yield from _lines(_tracebacks.format(self._value, chain, True))
            return
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__.format(chain=True)
                yield "\nThe above exception was the direct cause of the following exception:\n\n"
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__.format(chain=True)
                yield "\nDuring handling of the above exception, another exception occurred:\n\n"
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True, **kwargs):
        """Print the exception."""
        _write(self.format(chain=chain), file)
