# SPDX-License-Identifier: MIT
#
# The part of os about files besides their content, and about the system (Library Reference, os, "Files and Directories"
# and "Miscellaneous System Information").
import _posix_metadata
import _posix_system
from _posix_metadata import fchown
from _system import _path, environ, fsencode
from _types import mark_final_native

__name__ = "os"


def _record(name, fields, hidden=0):
    """A tuple type with named fields, of which the last `hidden` have no index; `name` is how its repr begins."""
    visible = fields[: len(fields) - hidden]

    def new(cls, values):
        values = tuple(values)
        if not len(visible) <= len(values) <= len(fields):
            raise TypeError(f"{name}() takes a {len(visible)}-sequence ({len(values)}-sequence given)")
        self = tuple.__new__(cls, values[: len(visible)])
        for field, value in zip(fields[len(visible):], values[len(visible):]):
            setattr(self, field, value)
        return self

    def show(self):
        return f"{name}({', '.join(f'{field}={value!r}' for field, value in zip(visible, self))})"

    members = {field: property(lambda self, at=at: self[at]) for at, field in enumerate(visible)}
    members |= {
        "__new__": new, "__repr__": show, "__module__": name.rpartition(".")[0], "n_fields": len(fields),
        "n_sequence_fields": len(visible), "n_unnamed_fields": 0,
        "__reduce__": lambda self: (type(self), (tuple(self),)),
    }
    return mark_final_native(type(name.rpartition(".")[2], (tuple,), members))


statvfs_result = _record(
    "os.statvfs_result",
    ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax",
     "f_fsid"),
    1,
)
uname_result = _record("posix.uname_result", ("sysname", "nodename", "release", "version", "machine"))
times_result = _record("posix.times_result", ("user", "system", "children_user", "children_system", "elapsed"))


def statvfs(path):
    """What the file system of a file is like."""
    if isinstance(path, int):
        return fstatvfs(path)
    return statvfs_result(_posix_metadata.statvfs(_path(path, "statvfs")))


def fstatvfs(fd, /):
    """The same, of an open file."""
    return statvfs_result(_posix_metadata.fstatvfs(fd))


def uname():
    """The name and version of the system."""
    return uname_result(_posix_system.uname())


def times():
    """The processor time of this process and its children, and the time since some moment."""
    return times_result(_posix_system.times())


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    """Change the owner and group of a file; -1: not."""
    if isinstance(path, int):
        return fchown(path, uid, gid)
    _posix_metadata.chown(_path(path, "chown"), uid, gid, dir_fd, follow_symlinks)


def lchown(path, uid, gid):
    """The same, of a link itself."""
    chown(path, uid, gid, follow_symlinks=False)


def chroot(path):
    """Make a folder the root of the file system."""
    _posix_metadata.chroot(_path(path, "chroot"))


def mkfifo(path, mode=0o666, *, dir_fd=None):
    """Make a named pipe."""
    _posix_metadata.mkfifo(_path(path, "mkfifo"), mode, dir_fd)


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    """Make a file, a named pipe or a device."""
    _posix_metadata.mknod(_path(path, "mknod"), mode, device, dir_fd)


def _by_name(name, names):
    if isinstance(name, int):
        return name
    if not isinstance(name, str):
        raise TypeError("configuration names must be strings or integers")
    if name not in names:
        raise ValueError("unrecognized configuration name")
    return names[name]


def sysconf(name, /):
    """A limit or setting of the system."""
    return _posix_system.sysconf(_by_name(name, _posix_system.sysconf_names))


def confstr(name, /):
    """A text that the system is set up with, or None."""
    return _posix_system.confstr(_by_name(name, _posix_system.confstr_names))


def pathconf(path, name):
    """A limit of the file system of a file."""
    number = _by_name(name, _posix_system.pathconf_names)
    if isinstance(path, int):
        return _posix_metadata.fpathconf(path, number)
    return _posix_metadata.pathconf(_path(path, "pathconf"), number)


def fpathconf(fd, name, /):
    """The same, of an open file."""
    return _posix_metadata.fpathconf(fd, _by_name(name, _posix_system.pathconf_names))


def getxattr(path, attribute, *, follow_symlinks=True):
    """The value of an extended attribute of a file."""
    return _posix_metadata.getxattr(_file(path, "getxattr"), _path(attribute, "getxattr"), follow_symlinks)


def setxattr(path, attribute, value, flags=0, *, follow_symlinks=True):
    """Set an extended attribute of a file."""
    _posix_metadata.setxattr(_file(path, "setxattr"), _path(attribute, "setxattr"), value, flags, follow_symlinks)


def removexattr(path, attribute, *, follow_symlinks=True):
    """Remove an extended attribute of a file."""
    _posix_metadata.removexattr(_file(path, "removexattr"), _path(attribute, "removexattr"), follow_symlinks)


def listxattr(path=None, *, follow_symlinks=True):
    """The names of a file's extended attributes."""
    return _posix_metadata.listxattr("." if path is None else _file(path, "listxattr"), follow_symlinks)


def _file(path, function):
    return f"/proc/self/fd/{path}" if isinstance(path, int) else _path(path, function)


def device_encoding(fd):
    """The encoding of a terminal; None for what is none."""
    import os

    return "utf-8" if os.isatty(fd) else None


class _BytesEnviron(type(environ)):
    """The environment with bytes for names and values; it is the same one."""

    def __init__(self):
        pass

    _data = property(lambda self: {fsencode(key): fsencode(value) for key, value in environ.items()})

    @staticmethod
    def encodekey(value):
        if not isinstance(value, bytes):
            raise TypeError(f"bytes expected, not {type(value).__name__}")
        return value

    def __setitem__(self, key, value):
        environ[self.encodekey(key).decode("utf-8", "surrogateescape")] = self.encodekey(value).decode(
            "utf-8", "surrogateescape"
        )

    def __delitem__(self, key):
        if self.encodekey(key) not in self._data:
            raise KeyError(key)
        del environ[key.decode("utf-8", "surrogateescape")]


environb = _BytesEnviron()


def getenvb(key, default=None):
    """The value of an environment variable as bytes, or the default."""
    return environb.get(key, default)
