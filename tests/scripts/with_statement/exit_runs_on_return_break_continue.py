class M:
    def __enter__(self): return self
    def __exit__(self, *e): print("exit", e[0])
def f():
    with M():
        return "value"
print(f())
for i in range(3):
    with M():
        if i == 0: continue
        if i == 1: break
print(i)
def g():
    with M():
        yield 1
        yield 2
for x in g(): print(x)
