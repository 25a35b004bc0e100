x = "outer"
result = [x for x in range(3)]
print(x, result)
def f():
    y = "kept"
    squares = [y * y for y in range(3)]
    return y, squares
print(f())
