fs = [lambda: (x, y) for x in range(2) for y in "ab"]
print([f() for f in fs], [f(1) for f in [lambda a, x=x: a + x for x in range(3)]])
