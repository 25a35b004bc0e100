def f(a, b=2, /, c=3, **rest):
    return a, b, c, rest

print(f(1), f(1, 5, c=6), f(1, a=10, b=11))
def g(a, /):
    return a
try:
    g(a=1)
except TypeError as error:
    print(error)
