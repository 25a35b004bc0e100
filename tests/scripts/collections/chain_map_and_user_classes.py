from collections import ChainMap, UserDict, UserList, UserString

c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c, c["a"], c["b"], c.get("z", 0), len(c), list(c), "b" in c, c.parents, c.new_child({"q": 1}))
c["n"] = 5
print(c.maps, c.pop("n"), dict(c), c | {"z": 1}, {"z": 1} | c, bool(ChainMap()))
for use in (lambda: c["none"], lambda: c.pop("b"), lambda: ChainMap().popitem()):
    try:
        use()
    except KeyError as error:
        print(error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower({"A": 1}, B=2)
d["C"] = 3
d.update(D=4)
d.setdefault("E", 5)
print(d, d["a"], d.pop("b"), "A" in d, len(d), type(d.copy()), d | {"F": 6}, d == {"a": 1, "c": 3, "d": 4, "e": 5})
print(sorted(d.keys()), sorted(d.items()), list(d.values()), d.get("zz"), d.popitem())
l = UserList([3, 1, 2])
l.append(5)
l.sort()
l += [9]
print(l, l[1:3], type(l[1:3]), l + [1], [0] + l, l * 2, l == [1, 2, 3, 5, 9], len(l), l.index(3), l.pop(), 3 in l, l < [2])
s = UserString("hello")
print(s, repr(s), s.upper(), type(s.upper()), s + " you", s[1:3], s == "hello", "ell" in s, s.find("l"), len(s), s * 2,
      s.split("l"), s.replace("l", "L"), hash(s) == hash("hello"), s.startswith("he"), f"{s}", s % ())
