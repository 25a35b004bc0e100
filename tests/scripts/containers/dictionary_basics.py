d = {"a": 1, 2: "b", (3, 4): None, None: 0, 1.5: "f"}
print(d, len(d), d["a"], d[2], d[3, 4], d[None], "a" in d, "z" in d, d.get("z"), d.get("z", 5), 1.5 in d)
d["new"] = 1
d["a"] = 10
del d[2]
print(d, list(d), list(d.values()), list(d.items()))
print(d.pop("new"), d.pop("zz", "gone"), d.setdefault("a", 5), d.setdefault("s", 6), d)
print(d.popitem(), d, dict(d) == d, d.copy() is d)
d.clear()
print(d, bool(d))
