import importlib
import importlib.util
import sys
from _texts import Texts


class Entry:
    def __init__(self, path):
        if path != "texts:here":
            raise ImportError

    def find_spec(self, name, target=None):
        print("asked for", name)
        if name == "of_entry":
            return importlib.util.spec_from_loader(name, Texts(of_entry="x = 3"))

    def invalidate_caches(self):
        print("invalidated")


sys.path_hooks.insert(0, Entry)
sys.path.insert(0, "texts:here")
import of_entry

print(of_entry.x, type(sys.path_importer_cache["texts:here"]).__name__)
try:
    import nothing_there
except ImportError as error:
    print(error)
sys.path.remove("texts:here")
importlib.invalidate_caches()  # an entry that is no absolute path is forgotten
print("texts:here" in sys.path_importer_cache)
