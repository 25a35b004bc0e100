import gc
import weakref


class Node:
    pass


def make():
    node = Node()
    reference = weakref.ref(node)
    print(reference() is node)
    return reference


reference = make()
gc.collect()
print(reference(), repr(reference).endswith("; dead>"))
