def f(first, *rest, last=None, **named):
    return first, rest, last, named

print(f(1), f(1, 2, 3), f(1, 2, last=3), f(1, x=2, y=3), f(*range(3), **{"last": 0, "z": 1}))
