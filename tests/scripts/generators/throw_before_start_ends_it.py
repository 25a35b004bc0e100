def f():
    print("never")
    yield
g = f()
try:
    g.throw(ValueError("early"))
except ValueError as error:
    print(error)
print(list(g))
