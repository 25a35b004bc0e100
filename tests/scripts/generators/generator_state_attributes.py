def f():
    x = 1
    yield x
g = f()
print(g.__name__, g.__qualname__, g.gi_running, g.gi_frame is None, g.gi_yieldfrom, iter(g) is g)
next(g)
print(list(g), g.gi_frame)
print(type(g).__name__, f.__name__)
