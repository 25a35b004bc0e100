import importlib.util
import sys
from _texts import Texts

sys.meta_path.append(Texts(outer="print('running', __name__)", outer__inner="print('running', __name__)"))
print(importlib.util.find_spec("outer").name, importlib.util.find_spec("outer.inner").name, "outer.inner" in sys.modules)
print(importlib.util.find_spec("outer") is sys.modules["outer"].__spec__, importlib.util.find_spec("absent"))
print(importlib.util.find_spec(".inner", "outer").name, importlib.util.resolve_name("..x", "a.b"))
sys.modules["halted"] = None
print(importlib.util.find_spec("halted"))
sys.modules["bare"] = type(sys)("bare")
for name in ("outer.inner.deeper", "absent.inner", "bare"):
    try:
        print(importlib.util.find_spec(name))
    except (ImportError, ValueError) as error:
        print(type(error).__name__, error)
