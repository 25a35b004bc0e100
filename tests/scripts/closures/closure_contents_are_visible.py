def f():
    a, b = 1, [2]
    def g(): return a, b
    return g

g = f()
print(g.__code__.co_freevars, [cell.cell_contents for cell in g.__closure__], f.__closure__)
