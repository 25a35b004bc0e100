class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("value")
        return self.n
    def send(self, v):
        print("send", v)
        return self.__next__()
def f():
    print("returned", (yield from It()))
g = f()
print(next(g), g.send("x"), list(g))
