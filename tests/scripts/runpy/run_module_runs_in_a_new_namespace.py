import runpy
import sys
from _tree import put, shown

sys.argv = ["original", "x"]
SHOW = """
import sys
print(__name__, __package__, __doc__, __spec__.name, type(__loader__).__name__, sys.argv[0][-9:])
is_known = __name__ in sys.modules and sys.modules[__name__].__dict__ is globals()
def f(): return is_known
"""
put("module.py", SHOW)
put("package/__init__.py", "print('importing', __name__)")
put("package/__main__.py", SHOW)
put("package/inner.py", SHOW)
for arguments in ({"mod_name": "module"}, {"mod_name": "module", "run_name": "renamed", "init_globals": {"extra": 1}},
                  {"mod_name": "module", "run_name": "__main__", "alter_sys": True}, {"mod_name": "package"},
                  {"mod_name": "package", "run_name": "__main__"}, {"mod_name": "package.inner", "alter_sys": True}):
    names = runpy.run_module(**arguments)
    print(names["f"](), names["__name__"], shown(names["__file__"]), names.get("extra"))
print("module" in sys.modules, sys.argv, sys.modules["__main__"].__dict__ is globals())
