functions = []
for i in range(3):
    functions.append(lambda: i)
print([f() for f in functions])
bound = [lambda i=i: i for i in range(3)]
print([f() for f in bound])
print([f() for f in [lambda: j for j in range(3)]])
