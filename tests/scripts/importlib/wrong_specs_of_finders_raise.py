import sys
import types
from importlib.machinery import ModuleSpec

spec = None
sys.meta_path.insert(0, types.SimpleNamespace(find_spec=lambda name, path, target=None: spec))


class WithoutCreate:
    def exec_module(self, module):
        pass


for spec in (5, object(), ModuleSpec("absent", None), ModuleSpec("absent", WithoutCreate()), None):
    try:
        import absent
    except Exception as error:
        print(type(error).__name__, str(error)[:50], getattr(error, "name", ""))
for sys.meta_path in ([], None):
    try:
        import absent
    except Exception as error:
        print(type(error).__name__, error)
