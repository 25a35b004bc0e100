import gc
import weakref


class Node:
    def method(self):
        return "called"


def make():
    node = Node()
    reference = weakref.WeakMethod(node.method, lambda r: print("dead", r is references[0]))
    print(reference()(), reference() == node.method, reference == weakref.WeakMethod(node.method))
    print(hash(reference) == hash(weakref.WeakMethod(node.method)), reference != weakref.WeakMethod(Node().method))
    references.append(reference)


references = []
make()
gc.collect()
print(references[0]())
try:
    weakref.WeakMethod(3)
except TypeError as error:
    print(error)
