import importlib.resources as resources
import sys
from importlib.resources.abc import Traversable
from _tree import folder, put, shown

for name in ("one/spaces/a.txt", "one/spaces/inner/b.txt", "two/spaces/c.txt", "two/spaces/inner/d.txt"):
    put(name, name)
sys.path[:0] = [folder + "/one", folder + "/two"]
files = resources.files("spaces")
print(shown(files), files.name, files.is_dir(), files.is_file(), isinstance(files, Traversable))
print(sorted(entry.name for entry in files.iterdir()), shown(files / "inner"))
print(shown(files / "c.txt"), files.joinpath("inner", "d.txt").read_text(), shown(files / "absent"))
print(resources.read_text("spaces", "a.txt"), sorted(entry.name for entry in (files / "inner").iterdir()))
