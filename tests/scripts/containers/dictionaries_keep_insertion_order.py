d = {}
for key in ("b", "a", "c"):
    d[key] = len(d)
d["b"] = "changed"
del d["a"]
d["a"] = "again"
print(d, list(reversed(d)), next(iter(d)))
d.update(z=1, b=2)
print(d, d | {"y": 0}, {"b": 9} | d)
d |= [("q", 5)]
print(list(d))
