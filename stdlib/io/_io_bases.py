# SPDX-License-Identifier: MIT
#
# The abstract classes of io, which all classes of files stand on: those of _files.py and, registered here, the native
# ones. Users know them as io's.
import abc
import _streams
from _streams import BytesIO, StringIO, UnsupportedOperation

__name__ = "io"  # the module that the classes name as theirs

DEFAULT_BUFFER_SIZE = 8192


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
