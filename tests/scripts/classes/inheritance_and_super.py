class Base:
    def __init__(self, x): self.x = x
    def hello(self): return f"Base {self.x}"
class Child(Base):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def hello(self): return super().hello() + f" Child {self.y}"
class Grandchild(Child):
    def hello(self): return "Grand " + super(Grandchild, self).hello()

g = Grandchild(1, 2)
print(g.hello(), isinstance(g, Base), issubclass(Grandchild, Base), Grandchild.__bases__)
