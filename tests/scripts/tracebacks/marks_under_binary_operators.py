def f(a, b):
    return a.size + b.size * (a.size / b)

class A: size = 3
f(A(), A()) if False else None
x = {"k": [1, 2]}
print(x["k"][0] + x["k"]["bad"])
