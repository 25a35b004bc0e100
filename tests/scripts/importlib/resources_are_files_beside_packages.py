import importlib.resources as resources
from _tree import put, shown

put("package/__init__.py", "import importlib.resources\nhere = importlib.resources.files()")
put("package/module.py", "from importlib.resources import files, read_text\nhere = files()\ntext = read_text(__package__, 'a.txt')")
put("package/a.txt", "text \u00e9\n")
put("package/folder/b.txt", "b")
put("module.py")
import package.module

print(shown(package.here), shown(package.module.here), package.module.text, end="")
for anchor in ("package", package, "package.module", "module", "absent", 5, None):
    try:
        print(shown(resources.files(anchor)))
    except Exception as error:
        print(type(error).__name__)
print(resources.read_text("package", "folder", "b.txt", encoding="utf-8"), resources.read_binary(package, "a.txt"))
print(repr(resources.read_text("package", "a.txt", encoding="latin-1")))
print(repr(resources.read_text("package", "a.txt", encoding="ascii", errors="ignore")))
for call in (lambda: resources.read_text("package", "folder", "b.txt"), lambda: resources.read_text("package", "absent"),
             lambda: resources.open_text("package", "folder", "b.txt")):
    try:
        call()
    except (TypeError, OSError) as error:
        print(type(error).__name__, shown(error))
print([resources.is_resource("package", name) for name in ("a.txt", "folder", "absent")])
with resources.open_text("package", "a.txt") as text, resources.open_binary("package", "a.txt") as octets:
    print(text.encoding, text.read() == octets.read().decode())
with resources.path("package", "a.txt") as path, resources.as_file(resources.files("package") / "folder") as folder:
    print(shown(path), shown(folder))
