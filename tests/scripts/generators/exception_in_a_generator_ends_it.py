def f():
    yield 1
    raise KeyError("inside")
    yield 2
g = f()
print(next(g))
try:
    next(g)
except KeyError as error:
    print(repr(error))
print(list(g))
