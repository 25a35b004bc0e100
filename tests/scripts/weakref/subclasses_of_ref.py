import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Named(weakref.ref):
    def __init__(self, target, callback=None, *, name):
        super().__init__(target, callback)
        self.name = name

    def __call__(self):
        target = super().__call__()
        return None if target is None else (self.name, target)


class Node:
    def __repr__(self):
        return "Node"


def make(_):
    node = Node()
    reference = Named(node, name="n")
    print(reference(), reference == weakref.ref(node), reference in weakref.getweakrefs(node))
    return reference


reference = nested(make)
gc.collect()
print(reference(), reference.name, weakref.ref(reference)() is reference)
for attempt in (lambda: weakref.ref(), lambda: weakref.ref(Node, None, 1), lambda: weakref.ref(Node, callback=1)):
    try:
        attempt()
    except TypeError as error:
        print(error)
