import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    pass


def make(_):
    node = Node()
    references.extend(weakref.ref(node, lambda r, i=i: seen.append((i, r is references[i], r()))) for i in range(3))
    print(references[0].__callback__ is not None)


seen, references = [], []
nested(make)
gc.collect()
print(seen)
print(references[0].__callback__)
