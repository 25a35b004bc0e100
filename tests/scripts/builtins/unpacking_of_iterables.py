a, b = {"x": 1, "y": 2}
c, d = "é🐍"
e, *f = range(4)
g, h = map(str, (1, 2))
(i, j), k = zip("ab", "cd"), 5
print(a, b, c, d, e, f, g, h, i, j, k)
