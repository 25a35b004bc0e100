class Point:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"Point({self.x})"
class Named(Point):
    def __str__(self): return f"<{self.x}>"

print(Point(1), [Point(2)], str(Named(3)), repr(Named(4)), f"{Named(5)} {Named(6)!r}", {"k": Named(7)})
