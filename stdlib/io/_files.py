# SPDX-License-Identifier: MIT
#
# Files: open() and the classes of its results (Library Reference, io): FileIO over a descriptor, buffers above it, text
# above those. What is written but not flushed stays in `_unflushed` and is written out before any other file is opened
# or looked at, and at the end, so a file that was dropped without close() loses nothing.
import _posix
from _io_bases import DEFAULT_BUFFER_SIZE, BufferedIOBase, RawIOBase, TextIOBase
from _streams import TextStream, UnsupportedOperation
from _types import mark_native

_unflushed = {}  # buffers that hold written bytes, by id


def flush_all():
    """Write out what all files hold."""
    for buffer in list(_unflushed.values()):
        try:
            buffer.flush()
        except (OSError, ValueError):
            pass


@mark_native
class FileIO(RawIOBase):
    """A file by its descriptor, unbuffered."""

    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._fd = -1
        self.name = file
        self._parse_mode(mode)
        if isinstance(file, bool):
            raise TypeError("bool is used as a file descriptor")
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            _posix.fstat(file)
            self._fd, self.closefd = file, closefd
        else:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            self.closefd = True
            self._open(file, opener)
        if self._appending:
            self._seek_end()

    def _parse_mode(self, mode):
        letters = mode.replace("b", "")
        if len(letters.replace("+", "")) != 1 or letters[0] not in "rwxa":
            raise ValueError(f"invalid mode: {mode}" if set(mode) - set("rwxab+") else
                             "Must have exactly one of create/read/write/append mode and at most one plus")
        kind, plus = letters[0], "+" in letters
        self._reads, self._writes = kind == "r" or plus, kind != "r" or plus
        self._appending = kind == "a"
        flags = _posix.O_RDWR if plus else _posix.O_RDONLY if kind == "r" else _posix.O_WRONLY
        more = {"r": 0, "w": _posix.O_CREAT | _posix.O_TRUNC, "x": _posix.O_CREAT | _posix.O_EXCL,
                "a": _posix.O_CREAT | _posix.O_APPEND}
        self._flags = flags | more[kind]
        self.mode = {"r": "rb", "w": "wb", "x": "xb", "a": "ab"}[kind] + ("+" if plus else "")

    def _open(self, file, opener):
        path = _path_text(file)
        flush_all()
        self._fd = _posix.open(path, self._flags, 0o666) if opener is None else opener(file, self._flags)
        if self._fd < 0:
            raise ValueError(f"opener returned {self._fd}")
        if _posix.fstat(self._fd)[0] & 0o170000 == 0o040000:
            _posix.close(self._fd)
            self._fd = -1
            raise IsADirectoryError(21, "Is a directory", file)

    def _seek_end(self):
        try:
            _posix.lseek(self._fd, 0, 2)
        except OSError:
            pass  # a pipe

    def _check(self, reads=False, writes=False):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        if reads and not self._reads:
            raise UnsupportedOperation("File not open for reading")
        if writes and not self._writes:
            raise UnsupportedOperation("File not open for writing")

    def read(self, size=-1, /):
        self._check(reads=True)
        if size is None or size < 0:
            return self.readall()
        return _posix.read(self._fd, size)

    def readall(self):
        self._check(reads=True)
        parts = []
        while part := _posix.read(self._fd, 65536):
            parts.append(part)
        return b"".join(parts)

    def write(self, data, /):
        self._check(writes=True)
        return _posix.write(self._fd, bytes(data))

    def seek(self, pos, whence=0, /):
        self._check()
        return _posix.lseek(self._fd, pos, whence)

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._check(writes=True)
        size = self.tell() if size is None else size
        _posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd and self._fd >= 0:
                fd, self._fd = self._fd, -1
                _posix.close(fd)

    def __del__(self):
        if self._fd >= 0:
            flush_all()  # at the end of the program it may go before the buffers above it
            self.close()

    def seekable(self):
        self._check()
        try:
            _posix.lseek(self._fd, 0, 1)
        except OSError:
            return False
        return True

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def fileno(self):
        self._check()
        return self._fd

    def isatty(self):
        self._check()
        return _posix.isatty(self._fd)

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>"


# --- Buffers ---


class _Buffered(BufferedIOBase):
    """Reads ahead and collects what is written; not both at once: a change of direction moves the file's position."""

    _reads = _writes = False

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        if self._reads and not raw.readable():
            raise OSError("File or stream is not readable.")
        if self._writes and not raw.writable():
            raise OSError("File or stream is not writable.")
        self.raw = raw
        self._size = buffer_size
        self._input, self._at = b"", 0  # read ahead, and how much of it was given out
        self._output, self._output_size = [], 0

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)
    closed = property(lambda self: self.raw.closed)

    def _check(self, what, allowed=True):
        if self.raw is None:
            raise ValueError("raw stream has been detached")
        if self.raw.closed:
            raise ValueError(f"{what} of closed file" if what else "I/O operation on closed file.")
        if not allowed:
            raise UnsupportedOperation(what)

    # Reading

    def _fill(self):
        """Reads some more; whether there was any."""
        if self._output:
            self.flush()
        more = self.raw.read(self._size)
        self._input = self._input[self._at :] + (more or b"")
        self._at = 0
        return bool(more)

    def read(self, size=-1, /):
        self._check("read", self._reads)
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        if size is None or size < 0:
            if self._output:
                self.flush()
            data = self._input[self._at :] + (self.raw.readall() or b"")
            self._input, self._at = b"", 0
            return data
        while len(self._input) - self._at < size and self._fill():
            pass
        return self._take(self._at + size)

    def _take(self, end):
        data = self._input[self._at : end]
        self._at += len(data)
        return data

    def read1(self, size=-1, /):
        self._check("read", self._reads)
        if self._at == len(self._input):
            self._fill()
        return self._take(len(self._input) if size is None or size < 0 else self._at + size)

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def peek(self, size=0, /):
        self._check("peek", self._reads)
        if self._at == len(self._input):
            self._fill()
        return self._input[self._at :]

    def readline(self, size=-1, /):
        self._check("readline", self._reads)
        while True:
            end = self._input.find(b"\n", self._at) + 1
            if 0 <= size <= len(self._input) - self._at and not 0 < end <= self._at + size:
                return self._take(self._at + size)
            if end:
                return self._take(end)
            if not self._fill():
                return self._take(len(self._input))

    # Writing

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check("write", self._writes)
        data = bytes(data)
        if self._input:
            self._forget_input()
        size = len(data)
        if self._output_size + size > self._size:
            self.flush()
        if size > self._size:
            while data:
                data = data[self.raw.write(data) :]
        elif data:
            self._output.append(data)
            self._output_size += size
            _unflushed[id(self)] = self
        return size

    def _forget_input(self):
        ahead = len(self._input) - self._at
        self._input, self._at = b"", 0
        if ahead:
            self.raw.seek(-ahead, 1)

    def flush(self):
        self._check("flush" if False else None)
        if not self._output:
            return
        data, self._output, self._output_size = b"".join(self._output), [], 0
        _unflushed.pop(id(self), None)
        try:
            while data:
                data = data[self.raw.write(data) :]
        except OSError:  # the next flush tries again
            self._output, self._output_size = [data, *self._output], len(data) + self._output_size
            _unflushed[id(self)] = self
            raise

    def seek(self, pos, whence=0, /):
        self._check("seek")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        self.flush()
        if whence == 1:
            pos -= len(self._input) - self._at
        self._input, self._at = b"", 0
        return self.raw.seek(pos, whence)

    def tell(self):
        self._check("tell")
        return self.raw.tell() - (len(self._input) - self._at) + self._output_size

    def truncate(self, pos=None, /):
        self._check("truncate", self._writes)
        self.flush()
        return self.raw.truncate(self.tell() if pos is None else pos)

    def close(self):
        if self.raw is not None and not self.raw.closed:
            try:
                self.flush()
            finally:
                _unflushed.pop(id(self), None)
                self.raw.close()

    def __del__(self):
        try:
            flush_all()  # the text above it may hold something
            self.close()
        except (OSError, ValueError):
            pass

    def detach(self):
        self._check(None)
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def readable(self):
        self._check(None)
        return self._reads

    def writable(self):
        self._check(None)
        return self._writes

    def seekable(self):
        self._check(None)
        return self.raw.seekable()

    def fileno(self):
        self._check(None)
        return self.raw.fileno()

    def isatty(self):
        self._check(None)
        return self.raw.isatty()

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.raw.name!r}>"


@mark_native
class BufferedReader(_Buffered):
    """A file of bytes to be read."""

    __module__ = "_io"
    _reads = True


@mark_native
class BufferedWriter(_Buffered):
    """A file of bytes to be written."""

    __module__ = "_io"
    _writes = True


@mark_native
class BufferedRandom(_Buffered):
    """A file of bytes to be read and written."""

    __module__ = "_io"
    _reads = _writes = True


# --- Text ---


def _normal_encoding(encoding):
    """The codec's name, and whether its texts can be cut at any byte below 0x80."""
    name = encoding.lower().replace("_", "-")
    "".encode(encoding)  # LookupError
    return name, not name.startswith(("utf-16", "utf16", "utf-32", "utf32"))


@mark_native
class TextIOWrapper(TextIOBase):
    """A file of text over a buffer of bytes."""

    __module__ = "_io"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
            raise ValueError(f"illegal newline value: {newline}")
        if encoding is None or encoding == "locale":
            encoding = "UTF-8"
        if not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        self._codec, self._is_ascii_based = _normal_encoding(encoding)
        self._decode_as = "utf-8" if self._codec in ("utf-8-sig", "utf8-sig") else encoding
        self.buffer = buffer
        self.encoding, self.errors = encoding, errors or "strict"
        self._newline = newline
        self.line_buffering, self.write_through = line_buffering, write_through
        self._text, self._at = "", 0  # decoded, with the line ends as they are, and how much of it was given out
        self._tail = b""  # the beginning of a character
        self._lines = []  # lines before _text, the next one last: what __next__ has split
        self._pending, self._pending_size = [], 0  # ASCII texts to be written
        self._collects = not line_buffering and not write_through and newline in (None, "", "\n") and (
            self._codec in ("utf-8", "utf8", "ascii", "latin-1", "iso-8859-1")) and buffer.writable()
        self._telling = True

    name = property(lambda self: self.buffer.name)
    newlines = None
    mode = "r"

    @property
    def closed(self):
        return self.buffer.closed

    def _check(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if self._lines:
            self._lines.reverse()
            self._text, self._at = "".join(self._lines) + self._text[self._at :], 0
            self._lines = []
        if self._pending:
            self._push()

    def _push(self):
        """Hands what is to be written to the buffer."""
        text, self._pending, self._pending_size = "".join(self._pending), [], 0
        _unflushed.pop(id(self), None)
        self._text, self._at, self._tail = "", 0, b""
        self.buffer.write(text.encode("ascii"))

    # Reading

    def _complete_end(self, data):
        """How much of `data` is whole characters."""
        if self._codec not in ("utf-8", "utf8", "utf-8-sig", "utf8-sig"):
            return len(data)
        for back in range(1, min(4, len(data)) + 1):
            byte = data[-back]
            if byte & 0xC0 != 0x80:
                needed = 2 if byte >> 5 == 6 else 3 if byte >> 4 == 14 else 4 if byte >> 3 == 30 else 1
                return len(data) - back if needed > back else len(data)
        return len(data)

    def _fill(self):
        """Decodes some more; whether there was any."""
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self.buffer._output if isinstance(self.buffer, _Buffered) else False:
            self.buffer.flush()
        more = self.buffer.read1(8192) if self._is_ascii_based else self.buffer.read()
        data = self._tail + more
        end = self._complete_end(data) if more else len(data)
        if more and end and data[end - 1] == 13 and self._newline in (None, ""):
            follow = self.buffer.read1(1)  # is it half of a line end?
            data = data[:end] + follow + data[end:] if end == len(data) else data
            end = self._complete_end(data)
        self._tail = data[end:]
        text = data[:end].decode(self._decode_as, self.errors)
        if self._codec in ("utf-8-sig", "utf8-sig") and not self._text and text.startswith("\ufeff"):
            text = text[1:]
        self._text = self._text[self._at :] + text
        self._at = 0
        return bool(more) or bool(text)

    def _given(self, end):
        """The text up to `end`, with its line ends as the reader wants them."""
        text = self._text[self._at : end]
        self._at = end
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1, /):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if size is None or size < 0:
            rest = self._tail + self.buffer.read()
            self._tail = b""
            self._text = self._text[self._at :] + rest.decode(self._decode_as, self.errors)
            self._at = 0
            if self._codec in ("utf-8-sig", "utf8-sig") and self._text.startswith("\ufeff"):
                self._at = 1
            return self._given(len(self._text))
        parts, wanted = [], size
        while wanted > 0:
            if self._at == len(self._text) and not self._fill():
                break
            end = min(self._at + wanted, len(self._text))
            if self._newline is None and self._text[end - 1 : end + 1] == "\r\n":
                end += 1
            parts.append(self._given(end))
            wanted -= len(parts[-1])
        return "".join(parts)

    def _line_end(self):
        """Where the line that begins at _at ends, or 0."""
        text, at = self._text, self._at
        if self._newline in ("\n", "\r", "\r\n"):
            end = text.find(self._newline, at)
            return 0 if end < 0 else end + len(self._newline)
        end = text.find("\n", at)
        cr = text.find("\r", at, end if end >= 0 else len(text))
        if cr >= 0:
            return cr + (2 if text[cr + 1 : cr + 2] == "\n" else 1)
        return end + 1

    def readline(self, size=-1, /):
        self._check()
        while True:
            end = self._line_end()
            if not end and not (0 <= size <= len(self._text) - self._at):
                if self._fill():
                    continue
                end = len(self._text)
            if 0 <= size < (end or len(self._text)) - self._at:
                end = self._at + size
            return self._given(end or self._at + size)

    def __next__(self):
        if self._lines:
            return self._lines.pop()
        self._check()
        self._telling = False
        while self._text.find("\n", self._at) < 0 and self._fill():
            pass
        text = self._text
        end = text.rfind("\n") + 1
        if end > self._at and self._newline in (None, "", "\n") and "\r" not in text:
            lines = text[self._at : end - 1].split("\n")
            self._text, self._at = text[end:], 0
            lines.reverse()
            self._lines = [line + "\n" for line in lines]
            return self._lines.pop()
        line = self.readline()
        if not line:
            self._telling = True
            raise StopIteration
        return line

    # Writing

    def write(self, s, /):
        if self._collects and s.__class__ is str and s.isascii():
            if not self._pending:
                self._check()
                _unflushed[id(self)] = self
            self._pending.append(s)
            self._pending_size += len(s)
            if self._pending_size > 8192:
                self._push()
            return len(s)
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        text = s
        if self._newline in ("\r", "\r\n") and "\n" in text:
            text = text.replace("\n", self._newline)
        self._text, self._at, self._tail = "", 0, b""  # what was read ahead is not read again, as in CPython
        self.buffer.write(text.encode(self.encoding, self.errors))
        if self.write_through or self.line_buffering and ("\n" in s or "\r" in s):
            self.flush()
        return len(s)

    def flush(self):
        self._check()
        self.buffer.flush()

    def close(self):
        if self.buffer is not None and not self.buffer.closed:
            try:
                self._check()
            finally:
                self._collects = False
                self.buffer.close()

    def tell(self):
        self._check()
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        return self.buffer.tell() - len(self._text[self._at :].encode(self._decode_as, self.errors)) - len(self._tail)

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self.buffer.seekable():
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie, whence = self.tell(), 0
        elif whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence not in (0, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._text, self._at, self._tail = "", 0, b""
        self._telling = True
        return self.buffer.seek(cookie, whence)

    def truncate(self, pos=None, /):
        self._check()
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)

    def detach(self):
        self.flush()
        self._collects = False
        buffer, self.buffer = self.buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        self.flush()
        self._collects = False
        if encoding is not None:
            self.encoding = self._decode_as = encoding
            self._codec, self._is_ascii_based = _normal_encoding(encoding)
        self.errors = errors or self.errors
        if newline is not None:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through

    def readable(self):
        self._check()
        return self.buffer.readable()

    def writable(self):
        self._check()
        return self.buffer.writable()

    def seekable(self):
        self._check()
        return self.buffer.seekable()

    def fileno(self):
        self._check()
        return self.buffer.fileno()

    def isatty(self):
        self._check()
        return self.buffer.isatty()

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


TextIOWrapper.register(TextStream)


# --- open ---


def _path_text(path):
    path = _posix.fspath(path)
    return path.decode("utf-8", "surrogateescape") if isinstance(path, bytes) else path


def _check_mode(mode, encoding, errors, newline):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set("axrwb+t") or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in mode and "b" in mode:
        raise ValueError("can't have text and binary mode at once")
    if sum(letter in mode for letter in "xrwa") != 1:
        if sum(letter in mode for letter in "xrwa") == 0:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode:
        for what, value in (("an encoding", encoding), ("an errors", errors), ("a newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {what} argument")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Open a file, and return it: text by default, bytes with "b" in the mode."""
    if not isinstance(file, int):
        _path_text(file)
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"open() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    _check_mode(mode, encoding, errors, newline)
    binary = "b" in mode
    raw = FileIO(file, mode.replace("t", "").replace("b", "") or "r", closefd, opener)
    try:
        if buffering == 0:
            if not binary:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        line_buffering = buffering == 1 and not binary or buffering < 0 and raw.isatty()
        kind = BufferedRandom if raw._reads and raw._writes else BufferedWriter if raw._writes else BufferedReader
        buffer = kind(raw, buffering if buffering > 1 else DEFAULT_BUFFER_SIZE)
        if binary:
            return buffer
        text = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        text.mode = mode
        return text
    except BaseException:
        raw.close()
        raise


open.__module__ = "_io"
