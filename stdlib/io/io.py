# SPDX-License-Identifier: MIT
#
# io: the classes that files are instances of (Library Reference, io). The abstract ones are in _io_bases.py; those of
# files in memory are native; those of files on disk, in _files.py, are loaded when they are named.
from _io_bases import DEFAULT_BUFFER_SIZE, BufferedIOBase, IOBase, RawIOBase, TextIOBase
from _streams import BytesIO, StringIO, UnsupportedOperation

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


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
    "BlockingIOError", "open", "open_code", "FileIO", "BufferedReader", "BufferedWriter", "BufferedRandom", "IOBase",
    "RawIOBase", "BytesIO", "StringIO", "BufferedIOBase", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
]
