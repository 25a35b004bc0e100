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
    kept, lost = Node("kept"), Node("lost")
    table["kept"], table["lost"] = kept, lost
    print(len(table), sorted(table), table["lost"], table.get("none", 0), "lost" in table)
    return kept


table = weakref.WeakValueDictionary()
kept = nested(fill)
gc.collect()
print(len(table), list(table.items()), list(table.values()), "lost" in table, table.get("lost"))
other = Node("other")
table.update(other=other)
print(table.setdefault("other", kept), table.pop("other"), table.pop("other", 5), len(table))
print((table | {"x": other})["x"], table.copy()["kept"], [r() for r in table.valuerefs()])
for attempt in (lambda: table["lost"], lambda: table.pop("lost"), lambda: table.__setitem__("a", 3)):
    try:
        attempt()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(table.popitem(), len(table))
