def f(a, *, b, c=2):
    return a, b, c

print(f(1, b=3), f(1, c=4, b=5))
try:
    f(1, 2)
except TypeError as error:
    print(error)
try:
    f(1)
except TypeError as error:
    print(error)
