import importlib.resources as resources
import io
import sys
import types
from importlib.machinery import ModuleSpec
from importlib.resources import abc


class Node(abc.Traversable):
    def __init__(self, name, data=None, inner=()):
        self._name = name
        self.data = data
        self.inner = inner

    name = property(lambda self: self._name)

    def iterdir(self):
        return iter(self.inner)

    def is_dir(self):
        return self.data is None

    def is_file(self):
        return self.data is not None

    def open(self, mode="r", *args, **kwargs):
        file = io.BytesIO(self.data)
        return file if "b" in mode else io.TextIOWrapper(file, *args, **kwargs)


class Reader(abc.TraversableResources):
    def files(self):
        return Node("root", None, [Node("x.txt", b"X"), Node("folder", None, [Node("y", b"Y\n")])])


class Loader:
    def get_resource_reader(self, name):
        print("reader of", name)
        return Reader()


module = sys.modules["virtual"] = types.ModuleType("virtual")
module.__spec__ = ModuleSpec("virtual", Loader(), is_package=True)
root = resources.files("virtual")
print(resources.read_binary("virtual", "folder", "y"), resources.is_resource("virtual", "x.txt"))
print((root / "folder" / "y").read_text(), root.joinpath("folder/y").name, [node.name for node in root.iterdir()])
with resources.as_file(root / "x.txt") as path:
    print(type(path).__name__, path.name[-5:], path.read_bytes())
print(path.exists())
with resources.as_file(root) as path:
    print(path.name, sorted(str(inner.relative_to(path)) for inner in path.rglob("*")))
print(path.exists())
try:
    root / "absent"
except abc.TraversalError as error:
    print(error)
reader = Reader()
print(reader.open_resource("x.txt").read(), reader.is_resource("folder"), list(reader.contents()))
