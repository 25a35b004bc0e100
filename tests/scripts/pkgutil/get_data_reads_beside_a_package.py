import pkgutil
from _tree import put

put("package/__init__.py")
put("package/data/file.txt", "text")
print(pkgutil.get_data("package", "data/file.txt"), pkgutil.get_data("sys", "x"), pkgutil.get_data("absent", "x"))
try:
    pkgutil.get_data("package", "absent")
except OSError as error:
    print(error.strerror)
