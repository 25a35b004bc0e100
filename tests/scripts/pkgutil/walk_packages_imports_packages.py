import pkgutil
import sys
from _tree import folder, put

put("outer/__init__.py", "print('importing', __name__)")
put("outer/module.py", "print('never')")
put("outer/inner/__init__.py", "print('importing', __name__)")
put("outer/inner/deep.py")
put("missing/__init__.py", "import nothing_of_this_name")
for info in pkgutil.walk_packages([folder]):
    print(info.name, info.ispkg)
put("wrong/__init__.py", "1 / 0")
for info in pkgutil.walk_packages([folder], onerror=lambda name: print("failed", name, sys.exc_info()[0].__name__)):
    pass
try:
    list(pkgutil.walk_packages([folder]))
except ZeroDivisionError as error:
    print(error)
