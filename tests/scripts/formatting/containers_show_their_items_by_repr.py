print([1, "a", 2.0, None, True, ...], ("x",), (), [], {}, set(), {1}, frozenset(), frozenset({"a"}), {"k": ["v", {"n": ()}]}, [[]], range(3), range(1, 9, 2), slice(1, 2))
row = [1]
row.append(row)
d = {}
d["self"] = d
print(row, d, ([...],))
