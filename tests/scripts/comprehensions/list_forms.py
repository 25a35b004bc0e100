print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [(x, y) for x in "ab" for y in range(2)], [x for row in [[1, 2], [3]] for x in row])
print([[j for j in range(i)] for i in range(4)], [a + b for a, b in [(1, 2), (3, 4)]], [x if x % 2 else -x for x in range(4)], [*[n for n in range(2)], *(n for n in range(2))])
