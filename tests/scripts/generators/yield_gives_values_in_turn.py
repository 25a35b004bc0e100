def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")

g = count(2)
print("made")
print(next(g), next(g), next(g, "default"), next(g, "default"))
print(list(count(3)))
