# SPDX-License-Identifier: MIT
#
# importlib.abc: what finders and loaders have in common (Library Reference, importlib.abc).
import abc

import _importing

__all__ = [
    "ExecutionLoader", "FileLoader", "InspectLoader", "Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader",
    "SourceLoader",
]


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Belongs in sys.meta_path: has find_spec(fullname, path, target=None)."""

    def invalidate_caches(self):
        """Forget what may have changed."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Knows one entry of a path: has find_spec(fullname, target=None)."""

    def invalidate_caches(self):
        """Forget what may have changed."""


class Loader(metaclass=abc.ABCMeta):
    """Makes and runs modules: has exec_module(module)."""

    def create_module(self, spec):
        """Return the module to be filled in, or None for a plain one."""
        return None

    def load_module(self, fullname):
        """Load a module in one go, as loaders without exec_module() do."""
        if not hasattr(self, "exec_module"):
            raise ImportError
        from . import _load_with

        return _load_with(self, fullname)


class ResourceLoader(Loader):
    """Gives the octets of files beside its modules."""

    @abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    """Tells source and code of its modules."""

    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        return compile(data, path, "exec", dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f"cannot load module {module.__name__!r} when get_code() returns None")
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    """Knows the files of its modules."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        text = self.get_source(fullname)
        if text is None:
            return None
        try:
            place = (self.get_filename(fullname),)
        except ImportError:
            place = ()
        return self.source_to_code(text, *place)


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Needs get_data() and get_filename() alone."""

    def is_package(self, fullname):
        file = self.get_filename(fullname).rpartition("/")[2]
        return file.rpartition(".")[0] == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def get_source(self, fullname):
        from .util import decode_source

        file = self.get_filename(fullname)
        try:
            return decode_source(self.get_data(file))
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error

    def get_code(self, fullname):
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def path_mtime(self, path):
        raise OSError

    def path_stats(self, path):
        return {"mtime": self.path_mtime(path)}

    def set_data(self, path, data):
        """Compiled files are not written."""


class FileLoader(ResourceLoader, ExecutionLoader):
    """Loads one module from one file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        if name is not None and name != self.name:
            raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)
        return self.path

    def get_data(self, path):
        with open(path, "rb") as file:
            return file.read()


for finder in (_importing.BuiltinImporter, _importing.FrozenImporter, _importing.PathFinder):
    MetaPathFinder.register(finder)
PathEntryFinder.register(_importing.FileFinder)
InspectLoader.register(_importing.BuiltinImporter)
InspectLoader.register(_importing.FrozenImporter)
InspectLoader.register(_importing.NamespaceLoader)
SourceLoader.register(_importing.SourceFileLoader)
FileLoader.register(_importing.SourceFileLoader)
del finder
