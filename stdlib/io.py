# SPDX-License-Identifier: MIT
#
# io: text and bytes in memory as files, and the classes that files are instances of (Library Reference, io).
import abc
import _streams
from _streams import UnsupportedOperation

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


class IOBase(metaclass=abc.ABCMeta):
    """Base of all file objects."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def isatty(self):
        self._checkClosed()
        return False

    def fileno(self):
        self._unsupported("fileno")

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def readline(self, size=-1):
        line = self.read(0)
        while size < 0 or len(line) < size:
            part = self.read(1)
            line += part
            if not part or part in ("\n", b"\n"):
                break
        return line

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        if hint is None or hint <= 0:
            return list(self)
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if total >= hint:
                break
        return lines

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base of unbuffered byte files."""

    def readall(self):
        parts = []
        while part := self.read(DEFAULT_BUFFER_SIZE):
            parts.append(part)
        return b"".join(parts)


class BufferedIOBase(IOBase):
    """Base of buffered byte files."""

    def detach(self):
        self._unsupported("detach")

    def read1(self, size=-1):
        return self.read(size)


class TextIOBase(IOBase):
    """Base of text files."""

    encoding = errors = newlines = None

    def detach(self):
        self._unsupported("detach")


TextIOBase.register(_streams.TextStream)
BufferedIOBase.register(_streams.ByteStream)


def _index(value, what="integer argument expected"):
    if value is None:
        return -1
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(value).__name__}'") from None


class StringIO(TextIOBase):
    """Text in memory."""

    def __init__(self, initial_value="", newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
            raise ValueError(f"illegal newline value: {newline!r}")
        if not (initial_value is None or isinstance(initial_value, str)):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._newline = newline
        self._text = self._translated(initial_value or "")
        self._appended = []  # text behind _text, when the position is at the end
        self._position = 0

    def _translated(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline not in ("", "\n"):
            return text.replace("\n", self._newline)
        return text

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._appended:
            self._text += "".join(self._appended)
            self._appended.clear()
            self._position = len(self._text)
        return self._text

    def getvalue(self):
        self._check()
        return self._whole()

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        if self._closed:
            raise ValueError("I/O operation on closed file")
        text = s if self._newline == "\n" else self._translated(s)
        if self._appended or self._position == len(self._text):
            self._appended.append(text)
        elif text:
            whole, at = self._text, self._position
            if at > len(whole):
                whole += "\0" * (at - len(whole))
            self._text = whole[:at] + text + whole[at + len(text) :]
            self._position = at + len(text)
        return len(s)

    def read(self, size=-1, /):
        self._check()
        size = _index(size)
        text = self._whole()
        start = self._position
        end = len(text) if size < 0 else start + size
        part = text[start:end]
        self._position += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        size = _index(size)
        text = self._whole()
        start = self._position
        end = text.find("\r\n" if self._newline == "\r\n" else "\r" if self._newline == "\r" else "\n", start)
        end = len(text) if end < 0 else end + (2 if self._newline == "\r\n" else 1)
        if 0 <= size < end - start:
            end = start + size
        self._position = max(end, start)
        return text[start:end]

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        text = self._whole()
        if whence == 0:
            self._position = pos
        elif whence == 2:
            self._position = len(text)
        return self._position

    def tell(self):
        self._check()
        self._whole()
        return self._position

    def truncate(self, pos=None, /):
        self._check()
        text = self._whole()
        pos = self._position if pos is None else pos
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._text = text[:pos]
        return pos

    def seekable(self):
        self._check()
        return True

    readable = writable = seekable

    @property
    def line_buffering(self):
        self._check()
        return False


class BytesIO(BufferedIOBase):
    """Bytes in memory."""

    def __init__(self, initial_bytes=b""):
        self._data = bytes(initial_bytes or b"")
        self._appended = []
        self._position = 0

    def _whole(self):
        if self._appended:
            self._data += b"".join(self._appended)
            self._appended.clear()
            self._position = len(self._data)
        return self._data

    def getvalue(self):
        self._checkClosed()
        return self._whole()

    def write(self, b, /):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._checkClosed()
        data = bytes(b)
        if self._appended or self._position == len(self._data):
            self._appended.append(data)
        elif data:
            whole, at = self._data, self._position
            if at > len(whole):
                whole += bytes(at - len(whole))
            self._data = whole[:at] + data + whole[at + len(data) :]
            self._position = at + len(data)
        return len(data)

    def read(self, size=-1, /):
        self._checkClosed()
        size = _index(size)
        data = self._whole()
        start = self._position
        part = data[start : len(data) if size < 0 else start + size]
        self._position += len(part)
        return part

    read1 = read

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)

    def readline(self, size=-1, /):
        self._checkClosed()
        size = _index(size)
        data = self._whole()
        start = self._position
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end + 1
        if 0 <= size < end - start:
            end = start + size
        self._position = max(end, start)
        return data[start:end]

    def seek(self, pos, whence=0, /):
        self._checkClosed()
        data = self._whole()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._position = pos
        elif whence == 1:
            self._position = max(0, self._position + pos)
        elif whence == 2:
            self._position = max(0, len(data) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._position

    def tell(self):
        self._checkClosed()
        self._whole()
        return self._position

    def truncate(self, size=None, /):
        self._checkClosed()
        data = self._whole()
        size = self._position if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._data = data[:size]
        return size

    def seekable(self):
        self._checkClosed()
        return True

    readable = writable = seekable


def text_encoding(encoding, stacklevel=2, /):
    """The encoding to use where none was named."""
    return "utf-8" if encoding is None else encoding


_file_names = frozenset({
    "open", "FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "TextIOWrapper",
})


def __getattr__(name):
    if name not in _file_names:
        raise AttributeError(f"module 'io' has no attribute {name!r}")
    import _files

    globals().update({each: getattr(_files, each) for each in _file_names})
    return globals()[name]


def open_code(path):
    """Open a file of code: for reading bytes."""
    return __getattr__("open")(path, "rb")


__all__ = [
    "BlockingIOError", "open", "open_code", "FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "IOBase", "RawIOBase", "BytesIO", "StringIO", "BufferedIOBase", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]
