import pkgutil
import sys
from _tree import folder, put

for name in ("package/__init__.py", "package/inner.py", "module.py", "package.py", "text.txt", "folder/inner.py",
             "__init__.py", "with.dot.py", "not-a-name.py", "folder.py/__init__.py", ".py"):
    put(name)
for info in pkgutil.iter_modules([folder, "/nonexistent"], "prefix."):
    print(type(info).__name__, type(info.module_finder).__name__, info.name, info.ispkg)
print("module" in [info.name for info in pkgutil.iter_modules()])


class Finder:
    def iter_modules(self, prefix=""):
        yield prefix + "virtual", False


sys.meta_path.append(Finder())
print([tuple(info)[1:] for info in pkgutil.iter_modules(None, "of_all.") if "virtual" in info.name])
try:
    list(pkgutil.iter_modules("text"))
except ValueError as error:
    print(error)
