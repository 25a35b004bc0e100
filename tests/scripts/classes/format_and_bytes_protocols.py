class Money:
    def __init__(self, n): self.n = n
    def __format__(self, spec): return f"[{spec or 'none'}:{self.n}]"
    def __int__(self): return self.n
    def __float__(self): return self.n / 1
    def __index__(self): return self.n
    def __round__(self, digits=None): return ("round", digits)
m = Money(3)
print(f"{m}", f"{m:>10}", format(m, "x"), "{:y}".format(m), int(m), float(m), [0, 1, 2, "three"][m], round(m), round(m, 2), hex(m), range(m))
