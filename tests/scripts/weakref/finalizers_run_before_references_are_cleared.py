import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, references[self.name]() is self)
        if self.name == "kept":
            kept.append(self)


def make(name):
    node = Node(name)
    references[name] = weakref.ref(node, lambda r: print("callback", name))


references, kept = {}, []
for name in ("lost", "kept"):
    nested(make, name)
    gc.collect()
print(references["lost"](), references["kept"]() is kept[0])
kept.clear()
gc.collect()
print(references["kept"]())
