import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    pass


def make(_):
    node = Node()
    first = weakref.finalize(node, print, "finalized", 1, sep="-")
    second = weakref.finalize(node, print, "never")
    print(first.alive, first.atexit, first.peek()[1:], second.detach()[2], second.detach(), second.alive)
    return first


finalizer = nested(make)
gc.collect()
print(finalizer.alive, finalizer(), finalizer.peek(), finalizer.atexit)
node = Node()
other = weakref.finalize(node, lambda: "result")
print(other(), other())
weakref.finalize(node, print, "at exit, first made")
weakref.finalize(node, print, "at exit, last made")
weakref.finalize(node, print, "not at exit").atexit = False
