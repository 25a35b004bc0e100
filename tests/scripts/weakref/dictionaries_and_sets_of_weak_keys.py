import gc
import weakref


def nested(function, *arguments):
    """Calls it from native code, so that nothing of the call is left in this frame."""
    return next(map(function, *[[a] for a in arguments or (None,)]))


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"


def fill(_):
    lost = Node("lost")
    table[lost] = 1
    names.add(lost)
    print(len(table), len(names), lost in table, lost in names, table[lost])


table, names = weakref.WeakKeyDictionary(), weakref.WeakSet()
kept, other = Node("kept"), Node("other")
table[kept] = 2
names.add(kept)
nested(fill)
gc.collect()
print(list(table.items()), list(names), len(table), len(names), 3 in table, 3 in names)
names |= {other}
print(len(names - {kept}), list(names & {other}), len(names ^ {kept}), names == weakref.WeakSet([other, kept]))
print(names.issubset([kept, other]), names > {kept}, names.isdisjoint([]), table.setdefault(other, 5), table.pop(other))
names.discard(other)
names.discard(other)
for attempt in (lambda: names.remove(other), lambda: names.add(3), lambda: table.get(3), lambda: table.update([(3, 4)])):
    try:
        attempt()
    except (KeyError, TypeError) as error:
        print(type(error).__name__)
