class Point:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = Point(1)
print(p.x, hasattr(p, "y"), hasattr(p, "__dict__"))
for name in ("y", "z"):
    try:
        setattr(p, name, 5)
        print(name, getattr(p, name))
    except AttributeError as error:
        print(error)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
class Open(Point): pass
o = Open(1)
o.z = 3
print(o.z, o.__dict__)
