def f():
    x = [(yield 1), (yield 2)]
    y = (yield) or "none"
    print(x, y)
g = f()
print(next(g), g.send("a"), g.send("b"))
try:
    g.send(0)
except StopIteration:
    print("end")
