# SPDX-License-Identifier: MIT
#
# os: files, folders, the environment and the process (Library Reference, os). What starts processes is not here.
import _posix
import posixpath as path
import sys
from _types import mark_final_native as _mark_final_native
from _posix import (
    O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC,
    O_WRONLY,
    _exit, close, cpu_count, dup, dup2, fsync, getcwd, getpid, getppid, isatty, lseek, pipe, read, strerror, umask,
    urandom,
)
from _system import (
    PathLike, _Environ, _path, environ, fsdecode, fsencode, fspath, fstat, lstat, putenv, readlink, stat, stat_result,
    unsetenv,
)

name = "posix"
linesep = "\n"
curdir, pardir, sep, pathsep, extsep, altsep = ".", "..", "/", ":", ".", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError
getuid = geteuid = _posix.getuid
getgid = getegid = _posix.getgid
process_cpu_count = cpu_count


def getcwdb():
    """The working directory as bytes."""
    return fsencode(getcwd())


# --- Files and folders ---


def listdir(path=None):
    """The names in a folder."""
    return _posix.listdir("." if path is None else _path(path, "listdir"))


@_mark_final_native
class DirEntry:
    """What os.scandir finds."""

    __module__ = "posix"

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


@_mark_final_native
class _ScandirIterator:
    __module__, __qualname__ = "posix", "ScandirIterator"

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


def write(fd, data, /):
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


def getenv(key, default=None):
    """The value of an environment variable, or the default."""
    return environ.get(key, default)


@_mark_final_native
class terminal_size(tuple):
    """The size of a terminal."""

    __slots__ = ()

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    return terminal_size(_posix.terminal_size(fd))


def getlogin():
    for variable in ("LOGNAME", "USER"):
        if environ.get(variable):
            return environ[variable]
    raise OSError(6, "No such device or address")


def _os_path():
    return sys.modules["os.path"]


sys.modules["os.path"] = path
