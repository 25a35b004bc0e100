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
