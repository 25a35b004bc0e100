import builtins
import importlib.machinery
import os
import sys
import tempfile

for module in (sys, builtins):
    spec = module.__spec__
    print(spec.name, spec.origin, spec.loader is module.__loader__ is importlib.machinery.BuiltinImporter)
    print(spec.parent == module.__package__ == "", spec.has_location, spec.cached, spec.submodule_search_locations)
    print(spec is module.__spec__ is vars(module)["__spec__"], "__loader__" in dir(module))
print(__spec__, type(__loader__).__name__, __cached__)
with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "spaces"))
    for name in ("filed", os.path.join("spaces", "inner")):
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write("here = __spec__, __loader__, __package__")
    sys.path.insert(0, folder)
    import filed
    import spaces.inner

    print(type(filed.__loader__).__name__, filed.__spec__.origin == filed.__file__ == os.path.join(folder, "filed.py"))
    print(filed.here == (filed.__spec__, filed.__loader__, ""), spaces.inner.__package__, spaces.inner.__spec__.parent)
    print(spaces.__path__[0] == os.path.join(folder, "spaces"), spaces.__spec__.origin, spaces.__package__)
    print(type(spaces.__loader__).__name__, repr(spaces).startswith("<module 'spaces' (namespace) from ["))
