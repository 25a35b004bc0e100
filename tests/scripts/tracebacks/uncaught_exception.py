def f(x):
    return 1 + g(x)

def g(x):
    return undefined + x

print("before")
f(2)
