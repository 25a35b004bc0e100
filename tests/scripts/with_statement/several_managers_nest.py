class M:
    def __init__(self, n): self.n = n
    def __enter__(self): print("in", self.n); return self.n
    def __exit__(self, *e): print("out", self.n)
with M(1) as a, M(2) as b, M(3):
    print(a, b)
with (
    M(4) as c,
    M(5) as (d),
):
    print(c, d)
with (M(6), M(7)):
    pass
with (M(8)) as e:
    print(e)
