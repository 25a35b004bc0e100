def f():
    yield next(g)
g = f()
try:
    next(g)
except ValueError as error:
    print(error)
def h():
    try:
        yield 1
    finally:
        try:
            k.close()
        except ValueError as error:
            print(error)
k = h()
next(k)
k.close()
def thrower():
    try:
        yield t.throw(KeyError)
    except ValueError as error:
        print(error)
t = thrower()
print(next(t, "end"))
