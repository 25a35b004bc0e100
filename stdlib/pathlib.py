# SPDX-License-Identifier: MIT
#
# pathlib: paths as objects (Library Reference, pathlib). Posix only: PurePath is PurePosixPath, Path is PosixPath.
import os
import posixpath
import stat as _stat

__all__ = ["PurePath", "PurePosixPath", "Path", "PosixPath", "UnsupportedOperation"]


class UnsupportedOperation(NotImplementedError):
    """What a path cannot do."""


class _Parents:
    """The folders above a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        parts = path._tail
        self._all = [path._from(path._root, parts[:i]) for i in range(len(parts) - 1, -1, -1)]

    def __len__(self):
        return len(self._all)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self._all[index])
        try:
            return self._all[index]
        except IndexError:
            raise IndexError(index) from None

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


def _text_of(part):
    """What a part of a path says it is, or itself where it is none."""
    if isinstance(part, PurePath):
        return str(part)
    try:
        return os.fspath(part)
    except TypeError:
        return part


class PurePath:
    """A path that is only computed with."""

    __slots__ = ("_root", "_tail", "_text")
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            text = _text_of(arg)
            if not isinstance(text, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                    f"not {type(text).__name__!r}")
            texts.append(text)
        _, self._root, rest = posixpath.splitroot(posixpath.join(*texts) if texts else "")
        self._tail = [part for part in rest.split("/") if part and part != "."]
        self._text = None

    def _from(self, root, tail):
        path = self.with_segments(root + "/".join(tail))
        return path

    def with_segments(self, *pathsegments):
        """A path of the same class."""
        return type(self)(*pathsegments)

    def __str__(self):
        if self._text is None:
            self._text = self._root + "/".join(self._tail) or "."
        return self._text

    __fspath__ = __str__

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def as_uri(self):
        """The path as a URI."""
        import warnings

        warnings.warn(
            "pathlib.PurePath.as_uri() is deprecated and scheduled for removal in Python 3.19. "
            "Use pathlib.Path.as_uri().",
            DeprecationWarning, stacklevel=2)
        if not self._root:
            raise ValueError("relative path can't be expressed as a file URI")
        return self._uri()

    def _uri(self):
        safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        text = str(self).encode("utf-8")
        return "file://" + "".join(chr(c) if chr(c) in safe else f"%{c:02X}" for c in text)

    def _key(self):
        return (self._root, *self._tail)

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def _joined(self, *segments):
        try:
            return self.with_segments(*segments)
        except TypeError:
            return NotImplemented

    def __truediv__(self, key):
        return self._joined(self, key)

    def __rtruediv__(self, key):
        return self._joined(key, self)

    def __reduce__(self):
        text = str(self)
        return self.__class__, () if text == "." else (text,)

    # --- Parts ---

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)

    @property
    def parts(self):
        """The names that the path is made of, the root first."""
        return (self._root, *self._tail) if self._root else tuple(self._tail)

    @property
    def parent(self):
        """The path without its last name."""
        return self._from(self._root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        return _Parents(self)

    @property
    def name(self):
        """The last name."""
        return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        """The extension of the last name, with its dot."""
        name = self.name.lstrip(".")
        at = name.rfind(".")
        return name[at:] if at > 0 else ""

    @property
    def suffixes(self):
        return ["." + suffix for suffix in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last name without its extension."""
        suffix = self.suffix
        return self.name[: -len(suffix)] if suffix else self.name

    def with_name(self, name):
        """The path with another last name."""
        if not self._tail:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._from(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        """The path with another last name and the same extension."""
        suffix = self.suffix
        if suffix and not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """The path with another extension."""
        if suffix and not suffix.startswith("."):
            raise ValueError(f"Invalid suffix {suffix!r}")
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return self.with_name(self.stem + suffix)

    # --- Relations ---

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def is_absolute(self):
        return bool(self._root)

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return other == self or other in self.parents

    def relative_to(self, other, *, walk_up=False):
        """The path as seen from another."""
        other = self.with_segments(other)
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self.with_segments(*[".."] * step, *self._tail[len(path._tail) :])

    def match(self, path_pattern, *, case_sensitive=None):
        """Does the path, or its end for a relative pattern, match?"""
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        if not pattern.parts:
            raise ValueError("empty pattern")
        own, wanted = self.parts, pattern.parts
        if len(own) < len(wanted) or len(own) > len(wanted) and pattern._root:
            return False
        return all(_name_matcher(part, case_sensitive)(name) for name, part in zip(reversed(own), reversed(wanted)))

    def full_match(self, pattern, *, case_sensitive=None):
        """Does the whole path match? `**` stands for any number of names."""
        pattern = pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)
        return _parts_match(list(self.parts), list(pattern.parts), case_sensitive)


def _parts_match(names, patterns, case_sensitive):
    if not patterns:
        return not names
    if patterns[0] == "**":
        return any(_parts_match(names[i:], patterns[1:], case_sensitive) for i in range(len(names) + 1))
    return bool(names) and _name_matcher(patterns[0], case_sensitive)(names[0]) and _parts_match(
        names[1:], patterns[1:], case_sensitive)


def _name_matcher(pattern, case_sensitive=None):
    """A function that tells whether a name matches a pattern with *, ? and [...]."""
    import re

    text, at = "", 0
    while at < len(pattern):
        c = pattern[at]
        at += 1
        end = pattern.find("]", at + 1 + (pattern[at : at + 1] == "!")) if c == "[" else -1
        if c == "*":
            text += "[^/]*"
        elif c == "?":
            text += "[^/]"
        elif end > 0:
            inside = pattern[at:end].replace("\\", r"\\")
            text += f"[{'^' + inside[1:] if inside[0] == '!' else inside}]"
            at = end + 1
        else:
            text += re.escape(c)
    return re.compile(text, re.IGNORECASE if case_sensitive is False else re.NOFLAG).fullmatch


class PurePosixPath(PurePath):
    """A posix path that is only computed with."""

    __slots__ = ()


class Path(PurePath):
    """A path of the file system."""

    __slots__ = ()

    def as_uri(self):
        """The path as a URI."""
        if not self._root:
            raise ValueError("relative paths can't be expressed as file URIs")
        return self._uri()

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    # --- Looking ---

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def _mode(self, follow_symlinks=True):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode
        except (OSError, ValueError):
            return 0

    def exists(self, *, follow_symlinks=True):
        return bool(self._mode(follow_symlinks))

    def is_file(self, *, follow_symlinks=True):
        return _stat.S_ISREG(self._mode(follow_symlinks))

    def is_dir(self, *, follow_symlinks=True):
        return _stat.S_ISDIR(self._mode(follow_symlinks))

    def is_symlink(self):
        return _stat.S_ISLNK(self._mode(False))

    def is_fifo(self):
        return _stat.S_ISFIFO(self._mode())

    def is_socket(self):
        return _stat.S_ISSOCK(self._mode())

    def is_block_device(self):
        return _stat.S_ISBLK(self._mode())

    def is_char_device(self):
        return _stat.S_ISCHR(self._mode())

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return False

    def samefile(self, other_path):
        return os.path.samefile(self, other_path)

    def iterdir(self):
        """The paths in a folder."""
        names = os.listdir(self)
        return (self / name for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below that match; `**` stands for any number of folders."""
        pattern = self.with_segments(pattern)
        if pattern._root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if not pattern._tail:
            raise ValueError(f"Unacceptable pattern: {str(pattern)!r}")
        seen = set()
        for path in self._select(pattern._tail, case_sensitive):
            if path not in seen:
                seen.add(path)
                yield path

    def rglob(self, pattern, **options):
        """The same at any depth."""
        return self.glob(self.with_segments("**", pattern), **options)

    def _select(self, parts, case_sensitive):
        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            yield from self._select(rest, case_sensitive)
            for child in self._children():
                if rest or child.is_dir():
                    if child.is_dir(follow_symlinks=False):
                        yield from child._select(parts, case_sensitive)
                elif not rest:
                    yield child
            return
        if first == ".." or not any(c in first for c in "*?["):
            child = self / first
            if child.exists():
                yield from child._select(rest, case_sensitive)
            return
        matches = _name_matcher(first, case_sensitive)
        for child in self._children():
            if matches(child.name) and (not rest or child.is_dir()):
                yield from child._select(rest, case_sensitive)

    def _children(self):
        try:
            return list(self.iterdir())
        except OSError:
            return []

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Like os.walk, with paths."""
        for folder, folders, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield self.with_segments(folder), folders, files

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """The path from the root without links."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def expanduser(self):
        if self._root or not self._tail or not self._tail[0].startswith("~"):
            return self
        home = os.path.expanduser(self._tail[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return self.with_segments(home, *self._tail[1:])

    # --- Contents ---

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open("r", -1, encoding, errors, newline) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    # --- Changing ---

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok and self.exists():
            os.utime(self)
            return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Make a folder."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            above = self.parent
            if above == self or not parents:
                raise
            above.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not (exist_ok and self.is_dir()):
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        """Remove a file or a link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)


class PosixPath(Path, PurePosixPath):
    """A path of the file system."""

    __slots__ = ()


os.PathLike.register(PurePath)
