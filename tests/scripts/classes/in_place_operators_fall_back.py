class A:
    def __init__(self, n): self.n = n
    def __iadd__(self, other):
        self.n += other
        return self
    def __sub__(self, other): return A(self.n - other)
a = b = A(1)
a += 5
print(a is b, a.n)
a -= 2
print(a is b, a.n, b.n)
