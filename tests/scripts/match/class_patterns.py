class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class P3(Point): pass
def f(v):
    match v:
        case Point(0, 0): return "origin"
        case Point(x, y=0): return f"on x {x}"
        case P3(x=x, y=y): return f"p3 {x} {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(): return "point"
        case int(n) | float(n): return f"number {n}"
        case str() as s: return f"str {s}"
        case list([a, *_]): return f"list {a}"
        case dict(d): return f"dict {d}"
    return "no"
for v in (Point(0, 0), Point(5, 0), P3(1, 2), Point(3, 3), Point(1, 2), 5, 2.5, "s", [1, 2], {"a": 1}, None, True):
    print(f(v))
