def check(x):
    if x == 2: raise ValueError(x)
    return x
try:
    [check(x) for x in range(5)]
except ValueError as error:
    print(error)
try:
    {x: 1 / x for x in (1, 0)}
except ZeroDivisionError:
    print("zero")
