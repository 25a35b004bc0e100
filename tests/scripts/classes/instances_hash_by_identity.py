class A: pass
a, b = A(), A()
d = {a: 1, b: 2}
print(d[a], d[b], a == a, a == b, a != b, a in d, A() in d, hash(a) == hash(a))
