import types
def f(*a): return a
def g():
    a, b, c, d = 1, 2, 3, 4
    m = f
    for i in range(12): m = types.MethodType(m, i)
    r = m(5), 
    return a, b, c, d, r, m(1, 2), [m(3), m(x=1) if 0 else 0]
print(g())
class A: pass
A.__call__ = A()
try: A()()
except RecursionError: print("RecursionError")
class A: __call__ = property(lambda s: s)
try: A()()
except RecursionError: print("RecursionError")
try: list(map(A(), [1]))
except RecursionError: print("RecursionError")
class B: __call__ = A
class C: __call__ = int
class D:
    def __init__(self, x, y): self.x = x, y
def h():
    a, b = 1, 2
    m = types.MethodType(D, 5)
    n = types.MethodType(int, "12")
    return a, b, m(6).x, n(), types.MethodType(types.MethodType(D, 1), 2)().x, a, b
print(h())
print(C()(), C()("3"))
