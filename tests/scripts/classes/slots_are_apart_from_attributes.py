# Values of __slots__ are not in __dict__, stay when it is replaced, and have a place per class that names them.
import copy

class Point:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
class Open(Point): pass
class Again(Point): __slots__ = ("x",)

point = Open(1)
point.z = 3
print(point.__dict__, vars(point), point.__getstate__())
point.__dict__ = {"x": 5, "k": 2}
print(point.x, point.k, copy.copy(point).x, copy.copy(point).__dict__)
del point.x
try:
    point.x
except AttributeError as error:
    print(error)

again = Again(1)
Point.x.__set__(again, 7)
print(again.x, Point.x.__get__(again))

def total(points):
    sum = 0
    for point in points:
        try:
            sum += point.x
        except AttributeError as error:
            print(error)
    return sum
mixed = [Point(1), Open(2), Again(3), point] * 3
print(total(mixed))
point.x = 10
del mixed[5].x, mixed[0].x
print(total(mixed))

big = type("Big", (), {"__slots__": [f"n{i}" for i in range(300)]})()
for i in range(300):
    setattr(big, f"n{i}", i)
print(sum(getattr(big, f"n{i}") for i in range(300)))
