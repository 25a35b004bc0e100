class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, other): return isinstance(other, K) and self.n == other.n
    def __repr__(self): return f"K{self.n}"
d = {K(i): i for i in range(10)}
print(d[K(7)], K(11) in d, len(d), d.pop(K(3)), list(d))
class Bad:
    def __hash__(self): raise ValueError("no hash")
try:
    {Bad(): 1}
except ValueError as error:
    print(error)
class BadEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise KeyError("no eq")
try:
    {BadEq(): 1, BadEq(): 2}
except KeyError as error:
    print(error)
