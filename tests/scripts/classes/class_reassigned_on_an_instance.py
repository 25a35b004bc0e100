class A:
    def f(self): return "A"
class B:
    def f(self): return "B"
x = A()
x.v = 1
x.__class__ = B
print(x.f(), type(x).__name__, x.v)
