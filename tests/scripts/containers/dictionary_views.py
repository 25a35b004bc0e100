d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
d["d"] = 4
print(keys, values, items, len(keys), "d" in keys, 4 in values, ("a", 1) in items, ("a", 2) in items)
print(sorted(keys & {"a", "z"}), sorted(keys | {"z"}), sorted(keys - {"a"}), sorted(keys ^ {"a", "z"}), keys == {"a", "b", "c", "d"}, keys.isdisjoint({"x"}))
print(list(reversed(values)), list(reversed(items))[0], max(d, key=d.get), sorted(d.items(), key=lambda i: -i[1])[0])
