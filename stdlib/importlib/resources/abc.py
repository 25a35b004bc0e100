# SPDX-License-Identifier: MIT
#
# importlib.resources.abc: what gives resources (Library Reference, importlib.resources.abc).
import abc

__all__ = ["ResourceReader", "Traversable", "TraversableResources"]


class ResourceReader(metaclass=abc.ABCMeta):
    """Gives the resources of one package by their names alone."""

    @abc.abstractmethod
    def open_resource(self, resource):
        """Return a file of octets, or raise FileNotFoundError."""
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        """Return the path of a resource, or raise FileNotFoundError when it has none."""
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        """Return whether there is a resource, no folder, of that name."""
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        """Return the names of resources and folders."""
        raise FileNotFoundError


class TraversalError(Exception):
    """There is nothing of that name."""


class Traversable(abc.ABC):
    """A file or a folder: what of pathlib.Path resources need. Anything that has these methods is one."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not Traversable:
            return NotImplemented
        names = ("iterdir", "read_bytes", "read_text", "is_dir", "is_file", "joinpath", "__truediv__", "open", "name")
        return all(hasattr(other, name) for name in names) or NotImplemented

    @abc.abstractmethod
    def iterdir(self):
        """Yield what is in the folder."""

    def read_bytes(self):
        """Return the octets of the file."""
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        """Return the text of the file."""
        with self.open(encoding=encoding, errors=errors) as file:
            return file.read()

    @abc.abstractmethod
    def is_dir(self):
        """Return whether it is a folder."""

    @abc.abstractmethod
    def is_file(self):
        """Return whether it is a file."""

    def joinpath(self, *descendants):
        """Return what is below the folder under these names, which may have slashes."""
        place = self
        for name in "/".join(map(str, descendants)).split("/"):
            if not name or name == ".":
                continue
            found = [entry for entry in place.iterdir() if entry.name == name]
            if not found:
                raise TraversalError("Target not found during traversal.", name, [])
            place = found[0]
        return place

    def __truediv__(self, child):
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode="r", *args, **kwargs):
        """Open the file for reading; `mode` is "r" or "rb"."""

    @property
    @abc.abstractmethod
    def name(self):
        """The name without any folder."""


class TraversableResources(ResourceReader):
    """A reader that needs a method files() alone."""

    @abc.abstractmethod
    def files(self):
        """Return a Traversable of the package's folder."""

    def open_resource(self, resource):
        return self.files().joinpath(resource).open("rb")

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (entry.name for entry in self.files().iterdir())
