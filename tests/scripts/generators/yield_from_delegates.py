def inner():
    received = yield 1
    print("inner got", received)
    yield 2
    return "result"

def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [3, 4]
    yield from "ab"

g = outer()
print(next(g), g.send("x"), list(g))
