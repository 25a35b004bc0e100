def f():
    try:
        yield 1
    except GeneratorExit:
        return "value"
g = f()
next(g)
print(g.close(), g.close())
