# since 3.14
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

for kind in (weakref.WeakKeyDictionary, weakref.WeakValueDictionary):
    for way in ("keys", "values", "items", "__iter__"):
        table = kind({node: node for node in nodes[:2]})
        rounds = 0
        for _ in getattr(table, way)():
            table[nodes[2]] = nodes[2]
            del table[nodes[0] if rounds == 0 else nodes[1]]
            rounds += 1
        print(kind.__name__, way, rounds, len(table))
names = weakref.WeakSet(nodes[:1])
for node in names:
    names.update(nodes)
print(len(names))
