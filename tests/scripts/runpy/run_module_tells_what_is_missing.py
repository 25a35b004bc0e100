import runpy
import sys
from _tree import put

put("empty/__init__.py")
put("module.py")
put("broken/__init__.py", "import nothing_of_this_name")
put("failing.py", "1 / 0")
for name in ("absent", "absent.x", "empty", "empty.absent", ".relative", "sys", "module.x", "broken", "broken.x"):
    try:
        runpy.run_module(name)
    except ImportError as error:
        print(name, type(error).__name__, error)
try:
    runpy.run_module("failing", alter_sys=True)
except ZeroDivisionError as error:
    print(error, "failing" in sys.modules)
