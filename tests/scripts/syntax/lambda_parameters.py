print((lambda: 0)(), (lambda x, y=2: x + y)(1), (lambda *a, **k: (a, k))(1, b=2))
print((lambda x, /, y, *, z=3: x * y * z)(2, 3))
print((lambda x: lambda y: x - y)(10)(3))
print([f(2) for f in [lambda v: v + 1, lambda v: v * 10]])
