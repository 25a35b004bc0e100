def inner():
    try:
        yield 1
    except ValueError:
        yield "recovered"
    finally:
        print("inner closed")

def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")

g = outer()
next(g)
print(g.throw(ValueError))
g.close()
