first, *rest = range(5)
*start, last = "abc"
head, *middle, tail = [1, 2]
print(first, rest, start, last, head, middle, tail)
(a, *b), c = [1, 2, 3], 4
print(a, b, c)
for x, *y in [(1, 2, 3), (4,)]:
    print(x, y)
[*z] = "hi"
print(z)
