# What finders and loaders do not say of a module the import system adds: its spec, its loader, its package.
import importlib
import importlib.machinery
import sys
import types


class OldLoader:
    def load_module(self, name):
        module = sys.modules[name] = types.ModuleType(name)
        return module


class MakerOfNumbers:
    def create_module(self, spec):
        return 5

    def exec_module(self, module):
        print("executed", module)


class Finder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name == "old":
            return importlib.machinery.ModuleSpec(name, OldLoader())
        if name == "portions":
            return importlib.machinery.ModuleSpec(name, None, is_package=True)
        if name == "number":
            return importlib.machinery.ModuleSpec(name, MakerOfNumbers())


sys.meta_path.insert(0, Finder)
import old
import portions
import number

print(old.__spec__.name, type(old.__loader__).__name__, repr(old.__package__))
print(portions, type(portions.__loader__).__name__, portions.__spec__.loader is portions.__loader__)
print(number, sys.modules["number"])
try:
    import os.nope
except ModuleNotFoundError as error:
    print(error, "|", type(error.__context__).__name__, error.__cause__)
try:
    hash(old.__spec__)
except TypeError as error:
    print(error)
