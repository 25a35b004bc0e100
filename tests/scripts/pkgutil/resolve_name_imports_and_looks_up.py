import pkgutil
from _tree import put

put("package/__init__.py", "class C:\n    def method(self): pass\n    value = 5")
put("package/module.py")
for name in ("os.path:join", "os.path.join", "os:path.join", "os.path", "package.module", "package:module", "os:",
             "package:C.method", "package.C.method", "package.module:", "1x", "a..b", "", ":x", "a b", "os:path:join",
             "os.absent", "os:absent", "absent.x", "package.absent.x"):
    try:
        print(name, pkgutil.resolve_name(name).__name__)
    except (ValueError, ImportError, AttributeError) as error:
        print(repr(name), type(error).__name__, error)
print(pkgutil.resolve_name("package:C.value"))
