# str.format: positions, names, attributes, indexes, conversions, nested fields.
class P:
    x = 5
    items = [1, [2, 3]]
    def __getitem__(self, key): return key
p = P()
print("{} {} {{}}".format(1, "b"), "{1}{0}{1}".format("a", "b"), "{a}-{b}".format(a=1, b=2), "{0.x} {0.items[1][0]} {0[key]} {0[3]} {0[-1]} {0[a b]}".format(p))
print("{!r} {!s} {!a} {0!r:>6}".format("é", "é", "é") if False else "{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}".format("é"))
print("{:>{}} {:{}{}}|{:>{w}.{p}f}".format("a", 5, "b", "<", 4, 3.14159, w=9, p=2), "{:{fill}^9}".format(7, fill="*"), "{0:{1}}".format(5, "03"))
print("{.x} {[0]} {a.x} {a[z]}".format(p, [9], a=p), "{a b} {a-b} { }".format(**{"a b": 1, "a-b": 2, " ": 3}), "{:}".format(None), "{01}".format(5, 6))
print("{x} {y[0]}".format_map({"x": 1, "y": "ab"}))
class D(dict):
    def __missing__(self, key): return "<" + key + ">"
print("{x} {z}".format_map(D(x=1)), "{0[x]} {0[z]}".format(D(x=1)))
print("".join("{:5}|".format(v) for v in [1, "a", 2.5, True]))
