class A:
    "docs"
    x = 1
    def f(self): pass
print([name for name in A.__dict__ if not name.startswith("__")], A.__doc__, A.__dict__["x"])
try:
    A.__dict__["x"] = 2
except TypeError as error:
    print(error)
