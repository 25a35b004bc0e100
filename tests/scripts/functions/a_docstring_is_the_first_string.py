def f():
    "doc"
    return 1
def g():
    x = "no"
    "not a doc"
def h():
    f"not {1} a doc"
print(f.__doc__, g.__doc__, h.__doc__)
