# Forty times two bases with one above: a change above reaches each class once, not once on each of 2**40 ways.
class Top:
    pass


bottom = Top
for _ in range(40):
    left, right = type("L", (bottom,), {}), type("R", (bottom,), {})
    bottom = type("B", (left, right), {})


def read():
    return bottom().x


Top.x = 1
print(read(), read())
Top.x = 2
print(read())
left.x = 3
print(read())
