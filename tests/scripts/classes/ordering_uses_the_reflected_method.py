class V:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __le__(self, other): return self.n <= other.n

print(V(1) < V(2), V(1) > V(2), V(2) >= V(2), sorted([V(3), V(1)])[0].n, max(V(3), V(5)).n)
try:
    V(1) < 5
except AttributeError as error:
    print(error)
class N: pass
try:
    N() < N()
except TypeError as error:
    print(error)
