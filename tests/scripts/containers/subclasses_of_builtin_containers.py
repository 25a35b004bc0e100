class Names(list):
    def __init__(self, *names, upper=False):
        super().__init__(name.upper() if upper else name for name in names)

    def __repr__(self):
        return f"Names({super().__repr__()})"


n = Names("a", "b", upper=True)
n.append("c")
n.extra = 1
print(n, n.extra, type(n[:]), type(n + []), type(n * 2), type(n.copy()), n == ["A", "B", "c"], len(n), n[0])


class Point(tuple):
    def __new__(cls, x, y=0):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(3, y=4)
p.label = "here"
print(p, p.x, p.label, p == (3, 4), hash(p) == hash((3, 4)), type(p[:]), type(p + ()), type(p * 1), {p: 1}[(3, 4)])
x, y = p
print(x, y, isinstance(p, tuple))


class Bag(set):
    def add(self, item):
        print("add", item)
        super().add(item)


b = Bag([1])
b.add(2)
b.tag = "t"
print(b, b.tag, type(b | {3}), type(b.copy()), type(b & b), b == {1, 2})


class Frozen(frozenset):
    pass


f = Frozen([1])
print(f, hash(f) == hash(frozenset([1])), type(f.copy()), type(f | {2}), {f: 1}[frozenset([1])], Frozen(f) is f)


class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u["b"] = 2
u.update(c=3)
u.setdefault("d", 4)
print(u, type(u.copy()), Upper.fromkeys("xy", 0))


class Even(list):
    def __iter__(self):
        return (i for i in super().__iter__() if i % 2 == 0)

    def __contains__(self, item):
        return item == "magic"


e = Even([1, 2, 3, 4])
print(list(e), "magic" in e, 2 in e, [*e], tuple(e), sorted(e), sum(e))
for base in (list, tuple, set, dict):
    class Sub(base):
        __slots__ = ()
    try:
        Sub().attribute = 1
    except AttributeError as error:
        print(error)
