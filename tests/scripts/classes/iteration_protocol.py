class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Count(3)), sum(Count(4)), 1 in Count(3), max(Count(5)), [*Count(2)])
a, b = Count(2)
print(a, b)
class Old:
    def __getitem__(self, i): return "abc"[i]
print(list(Old()), "b" in Old())
