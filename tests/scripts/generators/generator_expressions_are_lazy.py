def show(x):
    print("show", x)
    return x

g = (show(x) * 10 for x in [1, 2])
print("made")
print(next(g))
print(list(g), list(g))
print(sum(x for x in range(5)), max((x % 3, x) for x in range(5)), sorted(c for c in "hello" if c != "l"))
