# since 3.14
# ** and pow() with two and three arguments.
print(2**10, (-3)**3, 7**0, 0**0, 2**200, (-2)**63, (-10)**25, 10**25)
print(2**-2, (-2)**-3, 10**-400)
print(pow(3, 200, 1000), pow(-3, 3, 7), pow(3, 4, -7), pow(2, 0, 1), pow(5, 10**30, 10**20 + 39))
print(pow(3, -1, 7), pow(38, -1, 97), pow(3, -5, -7), pow(2**100 + 1, 2**64, 2**89 - 1))
for args in [(2, -1, 4), (2, 3, 0), (0, -1), (2, 3, 1.5), ("a", 2), (2, "a", 3)]:
    try:
        print(pow(*args))
    except Exception as error:
        print(type(error).__name__, error)
