from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=5), Point._make([3, 4]), p == (1, 2), hash(p) == hash((1, 2)))
x, y = p
print(x, y, len(p), list(p), p + (3,), max(p), isinstance(p, tuple), Point.__name__, Point.__module__, Point.__doc__)
print(Point.x, Point.__match_args__, Point._field_defaults, Point.__slots__)
Three = namedtuple("Three", ["a", "b", "c"], defaults=(2, 3))
print(Three(1), Three(1, c=9), Three._field_defaults, Three(*range(3)), Three(**{"a": 5}))
print(namedtuple("R", "a class a _b", rename=True)._fields, namedtuple("E", "")(), namedtuple("One", "only")(1))
print(namedtuple("Comma", "a, b,c")._fields, namedtuple("Unicode", "\u00e9")(1))


class Vector(namedtuple("Vector", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __new__(cls, x, y=0):
        return super().__new__(cls, x, y)


v = Vector(3, 4) + Vector(1)
print(v, v.length, v._replace(y=0), type(v._replace(y=0)), sorted([Vector(2), Vector(1, 5)]))
match v:
    case Vector(x=4, y=n):
        print("matched", n)
match p:
    case Point(a, b):
        print("matched", a, b)
total = 0
for i in range(1000):
    q = Point(i, i + 1)
    total += q.x * q.y
print(total)
