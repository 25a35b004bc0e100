import sys
import types
import importlib.machinery


class Old:
    def load_module(self, name):
        module = sys.modules[name] = types.ModuleType(name)
        module.origin = "old"
        return module

    def find_spec(self, name, path, target=None):
        if name == "aged":
            return importlib.machinery.ModuleSpec(name, self)


sys.meta_path.append(Old())
import warnings

warnings.simplefilter("ignore")
import aged

print(aged.origin, sys.modules["aged"] is aged)
