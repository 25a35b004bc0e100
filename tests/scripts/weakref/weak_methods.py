import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    def method(self):
        return "called"


def make(_):
    node = Node()
    reference = weakref.WeakMethod(node.method, lambda r: print("dead", r is references[0]))
    print(reference()(), reference() == node.method, reference == weakref.WeakMethod(node.method))
    print(hash(reference) == hash(weakref.WeakMethod(node.method)), reference != weakref.WeakMethod(Node().method))
    references.append(reference)


references = []
nested(make)
gc.collect()
print(references[0]())
try:
    weakref.WeakMethod(3)
except TypeError as error:
    print(error)
