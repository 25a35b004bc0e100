# SPDX-License-Identifier: MIT
#
# tempfile: files and folders with names of their own (Library Reference, tempfile).
import os
from random import SystemRandom

__all__ = ["NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "gettempdir",
           "gettempprefix",
           "tempdir", "TMP_MAX", "template"]

TMP_MAX = 10000
template = "tmp"
tempdir = None
_random = SystemRandom()


def gettempprefix():
    return template


def gettempdir():
    """The folder for temporary files."""
    global tempdir
    if tempdir is None:
        named = [os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP")]
        candidates = named + ["/tmp", "/var/tmp", "/usr/tmp", os.getcwd()]
        for folder in candidates:
            if folder and os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK):
                tempdir = os.path.abspath(folder)
                break
        else:
            raise FileNotFoundError(2, f"No usable temporary directory found in {candidates}")
    return tempdir


def _unused(make, suffix, prefix, dir):
    """The first name for which `make` does not find a file there already."""
    folder = os.path.abspath(gettempdir() if dir is None else dir)
    for _ in range(TMP_MAX):
        middle = "".join(_random.choices("abcdefghijklmnopqrstuvwxyz0123456789_", k=8))
        name = os.path.join(folder, f"{template if prefix is None else prefix}{middle}{suffix or ''}")
        try:
            return name, make(name)
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary file name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """A new open file: its descriptor and its name."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    name, fd = _unused(lambda name: os.open(name, flags, 0o600), suffix, prefix, dir)
    return fd, name


def mkdtemp(suffix=None, prefix=None, dir=None):
    """A new folder: its name."""
    return _unused(lambda name: os.mkdir(name, 0o700), suffix, prefix, dir)[0]


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self.delete, self._on_close = file, name, delete, delete_on_close
        self._removed = False

    def __getattr__(self, name):
        value = getattr(self.__dict__["file"], name)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def _remove(self):
        if self.delete and not self._removed:
            self._removed = True
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass

    def close(self):
        try:
            self.file.close()
        finally:
            if self._on_close:
                self._remove()

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.file.__exit__(exc, value, tb)
        self._remove()

    def __del__(self):
        self.file.close()
        self._remove()

    def __iter__(self):
        yield from self.file

    def __repr__(self):
        return f"<tempfile._TemporaryFileWrapper object at {id(self):#x}>"


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A new file with a name, removed when it is closed."""
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A new file without a name."""
    fd, name = mkstemp(suffix, prefix, dir)
    os.unlink(name)
    try:
        return open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        raise


class TemporaryDirectory:
    """A new folder, removed with all that is in it at the end of a `with` block or by cleanup()."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = None
        self._ignore_cleanup_errors, self._delete = ignore_cleanup_errors, delete
        self.name = mkdtemp(suffix, prefix, dir)

    def cleanup(self):
        """Remove the folder."""
        import shutil

        if self.name is not None and os.path.exists(self.name):
            shutil.rmtree(self.name, self._ignore_cleanup_errors)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def __del__(self):
        if self.name is not None and self._delete:
            self.cleanup()

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name!r}>"
