def f():
    print("evaluated")
    return [1]
g = (x for x in f())
print("made")
print(list(g))
