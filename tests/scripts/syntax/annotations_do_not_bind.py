x: int
y: int = 5
def f(a: int, b: "str" = "x", *c: float, d: list[int] = None, **e: dict) -> None:
    z: int
    print(a, b, c, d, e)
f(1, "b", 2.0, d=[3], k=4)
print(y)
try:
    x
except NameError as error:
    print(error)
class Point:
    left: int
    right: int = 3
print(Point.right, hasattr(Point, "left"))
