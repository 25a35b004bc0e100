def f():
    raise StopIteration("x")
try:
    f()
except StopIteration as stop:
    print(stop.value)
def g():
    yield 1
    raise StopIteration
try:
    list(g())
except RuntimeError as error:
    print(error, repr(error.__cause__))
