# no-stress: a full collection may find the reference in a dead register, but no longer the node
import gc
import weakref


class Node:
    pass


def keep_nothing():
    node = Node()
    weakref.ref(node, lambda r: print("never printed"))


def die_together():
    node = Node()
    node.reference = weakref.ref(node, lambda r: print("not printed either"))
    node.itself = node


keep_nothing()
die_together()
gc.collect()
print("done")
