# SPDX-License-Identifier: MIT
#
# io: the classes that files are instances of (Library Reference, io). Files in memory are native.
import abc
import _streams
from _streams import BytesIO, StringIO, UnsupportedOperation

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

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        self._checkClosed()
        return self

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


for _type in (_streams.TextStream, StringIO):
    TextIOBase.register(_type)
for _type in (_streams.ByteStream, BytesIO):
    BufferedIOBase.register(_type)
del _type


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
