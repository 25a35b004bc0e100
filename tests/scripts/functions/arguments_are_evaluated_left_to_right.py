def show(value):
    print(value)
    return value

def f(*args, **kwargs): pass

f(show(1), *[show(2)], show(3), a=show(4), **{"b": show(5)})
show({show("k1"): show("v1"), show("k2"): show("v2")})
