print([[[k for k in range(j)] for j in range(i)] for i in range(4)])
print([x + y + z for x in (1, 2) if x for y in (10, 20) if y > 10 or x == 1 for z in (100,)])
print(sum(sum(a * b for b in range(3)) for a in range(4)), list(sorted(y for x in ["ba", "dc"] for y in x)))
