import gc
import weakref


class Node:
    pass


nodes = [Node() for _ in range(5)]
table = weakref.WeakValueDictionary(enumerate(nodes))
names = weakref.WeakSet(nodes)
seen = 0
for key in table:
    seen += 1
    if key == 0:
        del nodes[3:]
        gc.collect()
print(seen, len(table), sorted(table))
print(len(names), sum(1 for _ in names))
