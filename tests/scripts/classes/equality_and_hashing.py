class P:
    def __init__(self, x): self.x = x
    def __eq__(self, other):
        if not isinstance(other, P): return NotImplemented
        return self.x == other.x
    def __hash__(self): return hash(self.x)
class Q:
    def __eq__(self, other): return True

print(P(1) == P(1), P(1) != P(1), P(1) == 1, P(1) != 1, len({P(1), P(1), P(2)}), P(1) in [P(1)])
print(Q() == 5, 5 == Q(), Q() != 5, Q.__hash__)
