a = b = c = [1]
print(a is b is c)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), [r, s] = (1, 2), "ab"
print(p, q, r, s)
i = 0
i, values = 1, [0, 0]
i, values[i] = 0, 5
print(i, values)
