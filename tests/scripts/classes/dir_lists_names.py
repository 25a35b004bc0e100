class A:
    x = 1
    def f(self): pass
class B(A):
    def __init__(self): self.own = 1
print([n for n in dir(B()) if not n.startswith("_")], "__init__" in dir(B), [n for n in dir(A) if n[0] != "_"])
