def gen():
    yield 1
    yield 1 / zero

zero = "x"
total = sum(x for x in gen())
