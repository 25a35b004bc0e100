class A:
    def __init__(self, v): self.v = self.check
    @property
    def check(self): return self._convert(0)
    def _convert(self, n): raise TypeError("no conversion")

A(1)
