# since 3.14
from collections import OrderedDict

od = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
od.move_to_end("a")
print(od, list(od), list(reversed(od)))
od.move_to_end("c", last=False)
print(od, od.popitem(), od.popitem(last=False), od)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, OrderedDict() == {})
print(od.keys(), od.values(), od.items(), OrderedDict(), OrderedDict.fromkeys("ab", 0), type(od.copy()))
print(OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1))
od |= {"z": 26}
od.update(y=25)
print(od, od.pop("z"), od.pop("q", None), od.setdefault("w", 1), len(od), "w" in od)
del od["w"]
od["b"] = 20
od["y"] = 0
print(od)
for use in (lambda: OrderedDict().popitem(), lambda: od.move_to_end("none"), lambda: od.pop("none"), lambda: od["none"],
            lambda: OrderedDict(1, 2)):
    try:
        use()
    except Exception as error:
        print(type(error).__name__, error)


class LRU(OrderedDict):
    def __init__(self, size):
        self.size = size
        super().__init__()

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            print("dropped", self.popitem(last=False))


cache = LRU(2)
cache["a"] = 1
cache["b"] = 2
cache["a"]
cache["c"] = 3
print(list(cache.items()), cache.size)
od = OrderedDict(a=1)
od.note = "attribute"
od["me"] = od
print(od, od.note)
