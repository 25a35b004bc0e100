def a():
    yield "a"
    return 1
def b():
    x = yield from a()
    return x + 1
def c():
    x = yield from b()
    return x + 1
def main():
    result = yield from c()
    print("result", result)
print(list(main()))
