def make(n):
    def inner():
        nonlocal n
        while n:
            n -= 1
            yield n
    return inner(), lambda: n
g, read = make(3)
print(next(g), read(), list(g), read())
