# SPDX-License-Identifier: MIT
#
# posixpath: os.path, operations on path names (Library Reference, os.path). The work is done on text: paths of
# bytes are decoded, and the results encoded again.
import _posix
import _system
import genericpath
from genericpath import *

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix",
    "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
    "expanduser",
    "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
    "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath",
    "isjunction", "isreserved", "isdevdrive",
]

curdir, pardir, sep, pathsep, extsep, altsep = ".", "..", "/", ":", ".", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
supports_unicode_filenames = False


def _on_bytes(function, *paths):
    """function(*paths) for paths of bytes, by way of text (PEP 383)."""
    return _encoded(function(*map(_decoded, paths)))


def _decoded(path):
    if hasattr(path, "__fspath__"):
        path = _system.fspath(path)
    if isinstance(path, str):
        raise TypeError("Can't mix strings and bytes in path components") from None
    return _system.fsdecode(path) if isinstance(path, bytes) else path


def _encoded(result):
    if isinstance(result, tuple):
        return tuple(map(_encoded, result))
    return _system.fsencode(result) if isinstance(result, str) else result


def normcase(s):
    """The path as it is: on Posix, case counts."""
    return _system.fspath(s)


def isabs(s):
    """Does the path begin at the root?"""
    s = _system.fspath(s)
    return s.startswith(b"/" if isinstance(s, bytes) else "/")


def join(a, *p):
    """The path behind the others, each put behind a slash; an absolute one begins anew."""
    path = _system.fspath(a)
    if isinstance(path, bytes):
        return _on_bytes(join, path, *p)
    for part in p:
        try:
            part = _system.fspath(part)
        except TypeError:
            kind = type(part).__name__
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {kind!r}") from None
        if isinstance(part, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith("/") or not path:
            path = part
        else:
            path += part if path.endswith("/") else "/" + part
    return path


def split(p):
    """What is before the last slash, and what is behind it."""
    p = _system.fspath(p)
    if isinstance(p, bytes):
        return _on_bytes(split, p)
    at = p.rfind("/") + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip("/") if head.strip("/") else head), tail


def basename(p):
    """What is behind the last slash."""
    p = _system.fspath(p)
    if isinstance(p, bytes):
        return _on_bytes(basename, p)
    return p[p.rfind("/") + 1 :]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def splitext(p):
    """The path without its extension, and the extension with its dot."""
    p = _system.fspath(p)
    if isinstance(p, bytes):
        return _on_bytes(splitext, p)
    name = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot <= name or not p[name:dot].strip("."):
        return p, ""
    return p[:dot], p[dot:]


def splitdrive(p):
    p = _system.fspath(p)
    return p[:0], p


def splitroot(path):
    """("", the slashes at the beginning that matter, the rest)."""
    path = _system.fspath(path)
    if isinstance(path, bytes):
        return _on_bytes(splitroot, path)
    if not path.startswith("/"):
        return "", "", path
    width = 2 if path.startswith("//") and not path.startswith("///") else 1
    return "", path[:width], path[width:]


def islink(path):
    """Is it a symbolic link?"""
    import stat

    try:
        return stat.S_ISLNK(_system.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def ismount(path):
    """Is it the root of a file system?"""
    try:
        own, parent = _system.lstat(path), _system.lstat(join(path, ".."))
    except (OSError, ValueError):
        return False
    return not islink(path) and (own.st_dev != parent.st_dev or own.st_ino == parent.st_ino)


def expanduser(path):
    """The path with the home folder in place of ~."""
    path = _system.fspath(path)
    if isinstance(path, bytes):
        return _on_bytes(expanduser, path)
    user, slash, rest = path.partition("/")
    if user != "~" or "HOME" not in _system.environ:
        return path
    return (_system.environ["HOME"].rstrip("/") + slash + rest) or "/"


def expandvars(path):
    """The path with the values of environment variables in place of $NAME and ${NAME}."""
    import re

    def value(match):
        return _system.environ.get(match.group(1) or match.group(2), match.group())

    path = _system.fspath(path)
    if isinstance(path, bytes):
        return _on_bytes(expandvars, path)
    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, path, flags=re.ASCII)


def normpath(path):
    """The path without . and .. and double slashes."""
    path = _system.fspath(path)
    if isinstance(path, bytes):
        return _on_bytes(normpath, path)
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or not root and not parts or parts and parts[-1] == "..":
            parts.append(part)
        elif parts:
            parts.pop()
    return root + "/".join(parts) or "."


def abspath(path):
    """The normal path from the root."""
    path = _system.fspath(path)
    if isinstance(path, bytes):
        return _on_bytes(abspath, path)
    return normpath(path if isabs(path) else join(_posix.getcwd(), path))


def realpath(filename, *, strict=False):
    """The path from the root without symbolic links."""
    filename = _system.fspath(filename)
    if isinstance(filename, bytes):
        return _encoded(realpath(_system.fsdecode(filename), strict=strict))
    todo = abspath_parts(filename)
    path, seen = "/", 0
    while todo:
        part = todo.pop(0)
        if part == "..":
            path = dirname(path)
            continue
        here = join(path, part)
        try:
            target = _system.readlink(here)
        except OSError as error:
            if strict and error.errno != 22:
                raise
            path = here
            continue
        seen += 1
        if seen > 40:
            if strict:
                raise OSError(40, "Too many levels of symbolic links", here)
            return here
        if isabs(target):
            path = "/"
        todo[:0] = [part for part in target.split("/") if part not in ("", ".")]
    return path


def abspath_parts(path):
    if not isabs(path):
        path = join(_posix.getcwd(), path)
    return [part for part in path.split("/") if part not in ("", ".")]


def relpath(path, start=None):
    """The path as seen from the folder `start`."""
    if not path:
        raise ValueError("no path specified")
    path = _system.fspath(path)
    if isinstance(path, bytes):
        return _on_bytes(relpath, path, b"." if start is None else start)
    if isinstance(start, bytes):
        raise TypeError("Can't mix strings and bytes in path components")
    begin = [part for part in abspath(curdir if start is None else start).split("/") if part]
    parts = [part for part in abspath(path).split("/") if part]
    common = len(commonprefix([begin, parts]))
    return "/".join([pardir] * (len(begin) - common) + parts[common:]) or curdir


def commonpath(paths):
    """The longest path that all paths begin with."""
    paths = list(map(_system.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if isinstance(paths[0], bytes):
        return _encoded(commonpath(map(_decoded, paths)))
    if any(isinstance(path, bytes) for path in paths):
        raise TypeError("Can't mix strings and bytes in path components")
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if isabs(paths[0]) else "") + "/".join(commonprefix(split_paths))
