import sys
import types

module = types.ModuleType("made")
sys.modules["made"] = module
module.a = 2
for listed in (["a", 1], ["b"], 5, "a", None, ("a",)):
    module.__all__ = listed
    try:
        exec("from made import *", space := {})
        print(sorted(space.keys() - {"__builtins__"}))
    except Exception as error:
        print(type(error).__name__, error)
del module.__all__
module.__dict__[5] = 1
try:
    exec("from made import *")
except TypeError as error:
    print(error)

# Submodules that __all__ lists are imported.
from _causes import *
print(listed.name)
module.__path__ = []
module.__all__ = [3]
try:
    exec("from made import *")
except TypeError as error:
    print(error)
try:
    __import__("made", fromlist=[4])
except TypeError as error:
    print(error)
