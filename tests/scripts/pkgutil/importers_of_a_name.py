import pkgutil
from _tree import folder, put

put("package/__init__.py")
print([type(finder).__name__ for finder in pkgutil.iter_importers("package.inner")])
print(next(iter(pkgutil.iter_importers("package"))).__name__)
finder = pkgutil.get_importer(folder)
print(type(finder).__name__, finder is pkgutil.get_importer(folder.encode()), pkgutil.get_importer("/nonexistent"))
put("module.py")
print(list(pkgutil.iter_importers("module.inner")))
try:
    list(pkgutil.iter_importers(".relative"))
except ImportError as error:
    print(error)
