def f(a, b, c, *, d, e): pass
for arguments, named in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3), {"d": 1})]:
    try:
        f(*arguments, **named)
    except TypeError as error:
        print(error)
