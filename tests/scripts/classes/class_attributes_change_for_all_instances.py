class A:
    def f(self): return 1
a = A()
print(a.f())
A.f = lambda self: 2
print(a.f())
A.g = lambda self, x: x
print(a.g(3))
a.f = lambda: "own"
print(a.f(), A().f())
del A.g
print(hasattr(a, "g"))
