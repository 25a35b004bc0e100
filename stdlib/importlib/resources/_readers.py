# SPDX-License-Identifier: MIT
#
# What files() returns, and copies for as_file().
import contextlib
import io
import pathlib

from .abc import Traversable


def folder_of_spec(spec):
    """Return the folder of a package, or around a module: a path, or what joins several. None without files."""
    locations = spec.submodule_search_locations
    if spec.has_location and isinstance(spec.origin, str):
        return pathlib.Path(spec.origin).parent
    folders = [pathlib.Path(location) for location in locations or ()]
    return MultiplexedPath(*folders) if folders else None


class MultiplexedPath(Traversable):
    """The folders of a namespace package as one."""

    def __init__(self, *paths):
        self._paths = list(dict.fromkeys(map(pathlib.Path, paths)))
        if not self._paths:
            raise FileNotFoundError("MultiplexedPath must contain at least one path")
        if not all(path.is_dir() for path in self._paths):
            raise NotADirectoryError("MultiplexedPath only supports directories")

    def iterdir(self):
        """Yield what is in all the folders: of one name the first, or when all are folders these together."""
        entries = {}
        for folder in self._paths:
            for entry in folder.iterdir():
                entries.setdefault(entry.name, []).append(entry)
        return (self._join(found) for found in entries.values())

    @staticmethod
    def _join(found):
        if len(found) > 1 and all(entry.is_dir() for entry in found):
            return MultiplexedPath(*found)
        return found[0]

    def joinpath(self, *descendants):
        if not descendants:
            return self
        found = [path for path in (folder.joinpath(*descendants) for folder in self._paths) if path.exists()]
        return self._join(found) if found else self._paths[0].joinpath(*descendants)

    def read_bytes(self):
        raise FileNotFoundError(f"{self} is not a file")

    def read_text(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    def open(self, *args, **kwargs):
        raise FileNotFoundError(f"{self} is not a file")

    def is_dir(self):
        return True

    def is_file(self):
        return False

    @property
    def name(self):
        return self._paths[0].name

    def __repr__(self):
        return f"MultiplexedPath({', '.join(repr(str(path)) for path in self._paths)})"


class SpecFiles(Traversable):
    """The resources of a package whose reader knows names alone, or that has none."""

    def __init__(self, spec, reader):
        self._spec = spec
        self._reader = reader

    def iterdir(self):
        return (Resource(self._reader, name) for name in (self._reader.contents() if self._reader else ()))

    def joinpath(self, *descendants):
        if not descendants:
            return self
        return Resource(self._reader, "/".join(map(str, descendants)))

    def is_dir(self):
        return False

    def is_file(self):
        return False

    def open(self, mode="r", *args, **kwargs):
        raise FileNotFoundError(f"the package {self._spec.name!r} is not a file")

    @property
    def name(self):
        return self._spec.name


class Resource(Traversable):
    """What a reader has under one name."""

    def __init__(self, reader, path):
        self._reader = reader
        self._path = path

    def iterdir(self):
        return iter(())

    def joinpath(self, *descendants):
        return Resource(None, "/".join((self._path, *map(str, descendants)))) if descendants else self

    def is_dir(self):
        return not self.is_file()

    def is_file(self):
        return self._reader is not None and bool(self._reader.is_resource(self._path))

    def open(self, mode="r", *args, **kwargs):
        if self._reader is None:
            raise FileNotFoundError(self._path)
        octets = self._reader.open_resource(self._path)
        return octets if "b" in mode else io.TextIOWrapper(octets, *args, **kwargs)

    @property
    def name(self):
        return self._path.rpartition("/")[2]


@contextlib.contextmanager
def copied(traversable):
    """Give the path of a copy, which is removed afterwards."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        yield _copy(traversable, pathlib.Path(folder))


def _copy(traversable, folder):
    target = folder / traversable.name
    if traversable.is_dir():
        target.mkdir()
        for entry in traversable.iterdir():
            _copy(entry, target)
    else:
        target.write_bytes(traversable.read_bytes())
    return target
