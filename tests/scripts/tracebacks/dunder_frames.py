class V:
    def __add__(self, other): return self.combine(other)
    def combine(self, other): raise ArithmeticError("never adds")
    def __getitem__(self, key): return self + key

V()["k"]
