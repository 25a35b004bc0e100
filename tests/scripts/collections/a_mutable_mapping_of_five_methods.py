from collections.abc import *


class Table(MutableMapping):
    def __init__(self, **data):
        self.data = data

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


t = Table(a=1)
t.update({"b": 2}, c=3)
print(dict(t), t.get("z", 0), t.pop("a"), t.setdefault("d", 4), "b" in t, t == {"b": 2, "c": 3, "d": 4}, len(t.items()),
      list(t.keys()), sorted(t.values()), ("b", 2) in t.items(), t.keys() & {"b"}, t.popitem())
t.clear()
print(len(t))
