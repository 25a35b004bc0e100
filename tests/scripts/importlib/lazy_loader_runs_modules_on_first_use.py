import importlib.util
import sys
import types
from _texts import Texts


def lazy(name, text):
    spec = importlib.util.spec_from_loader(name, importlib.util.LazyLoader(Texts(**{name: text})))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


module = lazy("one", "print('running', __name__)\nx = 1\ny = 2\n")
print(type(module).__name__, isinstance(module, types.ModuleType))
module.x = 10
module.z = 3
print("set")
print(module.y, module.x, module.z, type(module) is types.ModuleType, type(module.__spec__.loader).__name__)
module = lazy("failing", "print('running', __name__)\n1 / 0")
for attempt in range(2):
    try:
        module.anything
    except Exception as error:
        print(type(error).__name__, error)
try:
    lazy("replaced", "import sys\nsys.modules['replaced'] = 5").anything
except ValueError as error:
    print(error)
for loader in (5, object):
    try:
        importlib.util.LazyLoader.factory(loader)
    except TypeError as error:
        print(error)
print(type(importlib.util.LazyLoader.factory(Texts)(x="")).__name__, "gone" in dir(lazy("gone", "gone = 1")))
