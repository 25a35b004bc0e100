import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    pass


def make(_):
    first, second = Node(), Node()
    first.other, second.other = second, first
    return [weakref.ref(first, died.append), weakref.ref(second, died.append)]


died = []
references = nested(make)
gc.collect()
print([r() for r in references], len(died), all(any(r is d for d in died) for r in references))
