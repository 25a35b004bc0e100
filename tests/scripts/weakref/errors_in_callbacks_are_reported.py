# since 3.14
import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    pass


class Failing:
    def __call__(self, reference):
        raise ValueError("in a callback")

    def __repr__(self):
        return "Failing()"


def make(_):
    node = Node()
    references.append(weakref.ref(node, Failing()))


references = []
nested(make)
gc.collect()
print(references[0]())
