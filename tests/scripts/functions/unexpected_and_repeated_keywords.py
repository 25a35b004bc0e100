def f(a, value=1): pass
for arguments, named in [((1,), {"zzz": 2}), ((1,), {"a": 2}), ((1,), {"valeu": 3})]:
    try:
        f(*arguments, **named)
    except TypeError as error:
        print(error)
