class V:
    def __init__(self, *n): self.n = n
    def __repr__(self): return f"V{self.n}"
    def __add__(self, o): return V(*(a + b for a, b in zip(self.n, o.n)))
    def __mul__(self, k): return V(*(a * k for a in self.n))
    def __rmul__(self, k): return V("r", k, *self.n)
    def __neg__(self): return V(*(-a for a in self.n))
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.n, o.n))
    def __bool__(self): return any(self.n)
    def __abs__(self): return sum(self.n)
    def __pow__(self, e, m=None): return ("pow", e, m)
    def __divmod__(self, o): return ("divmod", o)
print(V(1, 2) + V(3, 4), V(1, 2) * 3, 3 * V(1), -V(1), V(1, 2) @ V(3, 4), bool(V(0)), abs(V(1, 2)))
print(V(1) ** 2, pow(V(1), 2, 3), divmod(V(1), 7))
