import pathlib
import runpy
import sys
from _tree import folder, put, shown

sys.argv = ["original", "x"]
SHOW = """
import sys
print(__name__, repr(__package__), __spec__ and __spec__.name, __loader__ and type(__loader__).__name__)
print(len(sys.path) - before, sys.modules[__name__].__dict__ is globals())
argument = sys.argv[0]
"""
path = put("script", SHOW)
put("program/__main__.py", SHOW)
put("empty/inner.py")
given = {"before": len(sys.path)}
for target, name in ((path, None), (path, "a.b"), (pathlib.Path(path), "c"), (path.encode(), "d"),
                     (folder + "/program", None), (folder + "/program", "named")):
    names = runpy.run_path(target, given, name)
    print(shown(names["argument"]), shown(names["__file__"]))
for target in (folder + "/empty", folder + "/absent"):
    try:
        runpy.run_path(target)
    except (ImportError, OSError) as error:
        print(type(error).__name__, shown(error))
print(len(sys.path) - given["before"], sys.argv, sys.modules["__main__"].__dict__ is globals())
