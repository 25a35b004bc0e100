# SPDX-License-Identifier: MIT
#
# io: open() and the classes of files (Library Reference, io), which are native; what is here are the abstract classes,
# ABCs in front of the native ones.
import abc
import _io
from _io import (DEFAULT_BUFFER_SIZE, BlockingIOError, BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter,
                 BytesIO, FileIO, IncrementalNewlineDecoder, StringIO, TextIOWrapper, UnsupportedOperation, open,
                 open_code, text_encoding)

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    """The abstract base class for all I/O classes."""


class RawIOBase(_io._RawIOBase, IOBase):
    """Base class for raw binary I/O."""


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    """Base class for buffered IO objects."""


class TextIOBase(_io._TextIOBase, IOBase):
    """Base class for text I/O."""


RawIOBase.register(_io.FileIO)
for _type in (_io.BytesIO, _io.BufferedReader, _io.BufferedWriter, _io.BufferedRandom, _io.BufferedRWPair):
    BufferedIOBase.register(_type)
for _type in (_io.StringIO, _io.TextIOWrapper):
    TextIOBase.register(_type)
del _type

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
    "IncrementalNewlineDecoder",
]
