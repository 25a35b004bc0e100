from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
d["b"]
print(d, dict(d), d.get("z"), "z" in d, len(d))
counts = defaultdict(int, x=5)
for c in "abca":
    counts[c] += 1
print(counts, counts.default_factory, repr(defaultdict(None, {1: 2})))
print(counts | {"q": 1}, {"q": 1} | counts, type(counts.copy()), counts.copy() == counts)
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"], counts.pop("x"), counts.setdefault("n", 9))
counts.default_factory = None
for use in (lambda: counts["none"], lambda: defaultdict(5), lambda: defaultdict(list, 1, 2), lambda: defaultdict()[0],
            lambda: defaultdict(lambda: 1 / 0)["x"]):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)


class Keyed(defaultdict):
    def __missing__(self, key):
        return f"<{key}>"


k = Keyed(int, a=1)
print(k["a"], k["b"], k)
d = defaultdict(dict)
d["self"] = d
print(d)
