def walk(name, n):
    for i in range(n):
        yield f"{name}{i}"

a, b = walk("a", 3), walk("b", 2)
for x, y in zip(a, b):
    print(x, y)
print(list(a), list(b))
