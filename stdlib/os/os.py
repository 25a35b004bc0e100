# SPDX-License-Identifier: MIT
#
# os: files, folders, the environment and the process (Library Reference, os). What starts processes is not here.
import _posix
import abc
import sys
from collections.abc import MutableMapping
from _posix import (
    O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC, O_WRONLY,
    close, cpu_count, fsync, getcwd, getpid, getppid, isatty, lseek, pipe, read, strerror, umask, urandom,
)

name = "posix"
linesep = "\n"
curdir, pardir, sep, pathsep, extsep, altsep, defpath, devnull = ".", "..", "/", ":", ".", None, "/bin:/usr/bin", "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError
getuid = geteuid = _posix.getuid
getgid = getegid = _posix.getgid
process_cpu_count = cpu_count


@abc._recognised_by("__fspath__")
class PathLike(abc.ABC):
    """What has __fspath__: a path as an object."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    __class_getitem__ = classmethod(type(list[int]))


def fspath(path):
    """The path as text (or bytes)."""
    if isinstance(path, (str, bytes)):
        return path
    cls = type(path)
    try:
        function = cls.__fspath__
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {cls.__name__}") from None
    text = function(path)
    if isinstance(text, (str, bytes)):
        return text
    raise TypeError(f"expected {cls.__name__}.__fspath__() to return str or bytes, not {type(text).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _path(path, function):
    """The text of a path argument; what files hold unwritten is written first."""
    if files := sys.modules.get("_files"):
        files.flush_all()
    try:
        return fsdecode(path)
    except TypeError:
        kinds = _other_kinds.get(function, " or os.PathLike")
        raise TypeError(f"{function}: path should be string, bytes{kinds}, not {type(path).__name__}") from None


_other_kinds = {"stat": ", os.PathLike or integer", "listdir": ", os.PathLike, integer or None"}


# --- Files and folders ---


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


def listdir(path=None):
    """The names in a folder."""
    return _posix.listdir("." if path is None else _path(path, "listdir"))


class DirEntry:
    """What os.scandir finds."""

    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder is None else f"{folder}{'' if folder.endswith('/') else '/'}{name}"

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def _is(self, kind, follow_symlinks):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        return self._is(0o120000, False)

    def is_junction(self):
        return False

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _ScandirIterator:
    def __init__(self, folder):
        self._entries = (DirEntry(folder, name) for name in listdir(folder))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    """The entries of a folder, with what is known of them."""
    return _ScandirIterator("." if path is None else _path(path, "scandir"))


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file; its descriptor."""
    return _posix.open(_path(path, "open"), flags, mode)


def write(fd, data):
    """Write bytes to a descriptor; how many were written."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _posix.write(fd, bytes(data))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Make a folder."""
    _posix.mkdir(_path(path, "mkdir"), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those above it."""
    head, tail = _os_path().split(name)
    if not tail:
        head, tail = _os_path().split(head)
    if head and tail and not _os_path().exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not _os_path().isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    """Remove an empty folder."""
    _posix.rmdir(_path(path, "rmdir"))


def removedirs(name):
    """Remove an empty folder and those above it that become empty."""
    rmdir(name)
    head, tail = _os_path().split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = _os_path().split(head)


def remove(path, *, dir_fd=None):
    """Remove a file."""
    _posix.unlink(_path(path, "remove"))


unlink = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Give a file another name."""
    _posix.rename(_path(src, "rename"), _path(dst, "rename"))


replace = rename


def renames(old, new):
    """The same, making the folders that are missing and removing those that become empty."""
    head, tail = _os_path().split(new)
    if head and tail and not _os_path().exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = _os_path().split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def link(src, dst, **options):
    _posix.link(_path(src, "link"), _path(dst, "link"))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _posix.symlink(_path(src, "symlink"), _path(dst, "symlink"))


def readlink(path, *, dir_fd=None):
    return _posix.readlink(_path(path, "readlink"))


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _posix.chmod(_path(path, "chmod"), mode)


def access(path, mode, **options):
    return _posix.access(_path(path, "access"), mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set the times of a file."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None:
        import time

        ns = (time.time_ns(),) * 2 if times is None else tuple(int(t * 10**9) for t in times)
    _posix.utime(_path(path, "utime"), *ns)


def chdir(path):
    """Change the working folder."""
    _posix.chdir(_path(path, "chdir"))


def truncate(path, length):
    if not isinstance(path, int):
        fd = open(path, O_WRONLY)
        try:
            return _posix.ftruncate(fd, length)
        finally:
            close(fd)
    _posix.ftruncate(path, length)


ftruncate = truncate


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yields (folder, names of folders, names of files) for a folder and all below it."""
    top = fspath(top)
    try:
        entries = sorted_entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in sorted_entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for folder in folders:
        path = _os_path().join(top, folder)
        if followlinks or not _os_path().islink(path):
            yield from walk(path, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


# --- The environment and the process ---


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


def getenv(key, default=None):
    """The value of an environment variable, or the default."""
    return environ.get(key, default)


class terminal_size(tuple):
    """The size of a terminal."""

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    return terminal_size(_posix.terminal_size(fd))


def _exit(status):
    raise NotImplementedError("os._exit is not supported by Ouro")


def getlogin():
    for variable in ("LOGNAME", "USER"):
        if environ.get(variable):
            return environ[variable]
    raise OSError(6, "No such device or address")


def _os_path():
    return sys.modules["os.path"]


import posixpath as path  # it asks for functions of this module only when it is called

sys.modules["os.path"] = path
