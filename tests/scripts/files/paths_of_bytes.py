import os
from os import path


class Path:
    def __init__(self, value):
        self.value = value

    def __fspath__(self):
        return self.value


def show(name, *args):
    try:
        result = getattr(path, name)(*args)
        print(name, args, result.replace(os.getcwdb(), b"HERE") if isinstance(result, bytes) else result)
    except (TypeError, ValueError) as error:
        print(name, type(error).__name__, error)


for args in ((b"a", b"b"), (b"a", b"/b"), (b"", b"b"), (b"a",), (b"a", b""), ("a", b"b"), (b"a", "b"), (b"a", 3), (3, b"a")):
    show("join", *args)
print(path.join(Path(b"a"), Path(b"b")), path.join(b"\xff", b"b"))
for name in ("basename dirname split splitext normpath isabs normcase abspath splitdrive splitroot realpath "
             "expandvars").split():
    for value in (b"/x//y.tar.gz", b"x/../\xffz", b""):
        show(name, value)
show("commonpath", [b"/a/b", b"/a/c"])
show("commonpath", [b"/a", "/a"])
show("relpath", b"/a/b", b"/a/c")
show("relpath", b"/a", "/a")
print(path.expanduser(b"~/x") == os.fsencode(path.expanduser("~/x")), path.exists(b"/"), path.isdir(b"/"))
