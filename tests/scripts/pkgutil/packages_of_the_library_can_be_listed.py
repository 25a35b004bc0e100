import collections
import importlib.machinery
import pkgutil

print([(info.name, info.ispkg) for info in pkgutil.iter_modules(collections.__path__) if info.name == "abc"])
finder = pkgutil.get_importer(collections.__path__[0])
print(type(finder).__name__, finder.find_spec("collections.abc").name, finder.find_spec("collections.absent"))
