# SPDX-License-Identifier: MIT
#
# The parts of os.path that ask the file system.
import _system
import stat

__all__ = [
    "commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdevdrive", "isdir", "isfile",
    "isjunction",
    "islink", "lexists", "samefile", "sameopenfile", "samestat", "isreserved",
]


def _status(path, function):
    try:
        return function(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Is there such a file?"""
    return _status(path, _system.stat) is not None


def lexists(path):
    """Is there such a file, or a link that leads nowhere?"""
    return _status(path, _system.lstat) is not None


def isfile(path):
    """Is it a regular file?"""
    status = _status(path, _system.stat)
    return status is not None and stat.S_ISREG(status.st_mode)


def isdir(s):
    """Is it a folder?"""
    status = _status(s, _system.stat)
    return status is not None and stat.S_ISDIR(status.st_mode)


def islink(path):
    status = _status(path, _system.lstat)
    return status is not None and stat.S_ISLNK(status.st_mode)


def isjunction(path):
    _system.fspath(path)
    return False


isdevdrive = isreserved = isjunction


def getsize(filename):
    return _system.stat(filename).st_size


def getmtime(filename):
    return _system.stat(filename).st_mtime


def getatime(filename):
    return _system.stat(filename).st_atime


def getctime(filename):
    return _system.stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(_system.stat(f1), _system.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(_system.fstat(fp1), _system.fstat(fp2))


def commonprefix(m):
    """The longest beginning that all of them have, letter by letter."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_system.fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low
