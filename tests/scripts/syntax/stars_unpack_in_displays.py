a, b = [1, 2], (3, 4)
print([*a, *b, 5], (*a, *b), {*a, *b} == {1, 2, 3, 4})
print({**{"x": 1, "y": 2}, "y": 3, **{"z": 4}})
print([*"ab", *range(2)], *a, sep="-")
t = *a, 9
print(t)
