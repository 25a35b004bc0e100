import pkgutil
import sys
from _tree import folder, put, shown

put("first/package/__init__.py", "import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)")
put("first/package/one.py")
put("second/package/__init__.py")
put("second/package/two.py", "print('two')")
put("second/package.pkg", "# a comment\n\n/absolute\nrelative\n")
sys.path[0:1] = [folder + "/first", folder + "/second"]
import package.one
import package.two

print(shown(package.__path__))
print(shown(pkgutil.extend_path([], "package.absent")), pkgutil.extend_path("text", "package"))
print(pkgutil.extend_path([1], "absent.inner"))
