# SPDX-License-Identifier: MIT
#
# What os.path needs of the system: paths as texts, the status of files, links, the environment. os and the modules of
# os.path stand on it; users know these names as os's.
import _io
import _posix
import abc
from _types import mark_final_native
from collections.abc import MutableMapping

__name__ = "os"  # the module that the classes name as theirs


@abc._recognised_by("__fspath__")
class PathLike(abc.ABC):
    """What has __fspath__: a path as an object."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    __class_getitem__ = classmethod(type(list[int]))


fspath = _posix.fspath


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _path(path, function):
    """The text of a path argument; what files hold unwritten is written first."""
    _io._write_out_files()
    if not isinstance(path, (str, bytes)) and getattr(type(path), "__fspath__", None) is None:
        kinds = _other_kinds.get(function, " or os.PathLike")
        raise TypeError(f"{function}: path should be string, bytes{kinds}, not {type(path).__name__}")
    return fsdecode(path)


_other_kinds = {"stat": ", os.PathLike or integer", "listdir": ", os.PathLike, integer or None"}


class stat_result(tuple):
    """What os.stat tells."""

    n_sequence_fields, n_fields, n_unnamed_fields = 10, 13, 0

    def __new__(cls, values):
        *first, accessed, modified, changed = values
        self = super().__new__(cls, (*first, accessed // 10**9, modified // 10**9, changed // 10**9))
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = accessed, modified, changed
        return self

    def __repr__(self):
        return f"os.stat_result({', '.join(f'{field}={value!r}' for field, value in zip(_stat_fields, self))})"

    st_atime = property(lambda self: self.st_atime_ns / 1e9)
    st_mtime = property(lambda self: self.st_mtime_ns / 1e9)
    st_ctime = property(lambda self: self.st_ctime_ns / 1e9)


_stat_fields = (
    "st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
)
for _at, _field in enumerate(_stat_fields[:7]):
    setattr(stat_result, _field, property(lambda self, _at=_at: self[_at]))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What the system knows of a file: its size, its times, its mode."""
    if isinstance(path, int):
        return fstat(path)
    return stat_result(_posix.stat(_path(path, "stat"), follow_symlinks))


def lstat(path, *, dir_fd=None):
    """The same, of a link itself."""
    return stat_result(_posix.stat(_path(path, "lstat"), False))


def fstat(fd):
    """The same, of an open file."""
    return stat_result(_posix.fstat(fd))


def readlink(path, *, dir_fd=None):
    return _posix.readlink(_path(path, "readlink"))


mark_final_native(stat_result)


class _Environ(MutableMapping):
    """The variables of the environment; changes reach the process."""

    def __init__(self, values):
        self._data = values

    @staticmethod
    def encodekey(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        return self._data[self.encodekey(key)]

    def __setitem__(self, key, value):
        key, value = self.encodekey(key), self.encodekey(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        if self.encodekey(key) not in self._data:
            raise KeyError(key)
        unsetenv(key)
        del self._data[key]

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())}}})"

    def copy(self):
        """A dict of it."""
        return dict(self)

    def setdefault(self, key, value):
        """The value of a variable, which is set first if there is none."""
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return {**self, **other}

    def __ror__(self, other):
        return {**other, **self}

    def __ior__(self, other):
        self.update(other)
        return self


environ = _Environ(_posix.environment())


def putenv(name, value, /):
    if "=" in name:
        raise ValueError("illegal environment variable name")
    _posix.set_variable(name, value)


def unsetenv(name, /):
    _posix.set_variable(name, None)
