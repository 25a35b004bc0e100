class M:
    def __enter__(self): return 1, (2, 3)
    def __exit__(self, *e): pass
box = {}
with M() as (a, (b, c)): print(a, b, c)
with M() as box["k"]: print(box)
with M() as [x, *y]: print(x, y)
