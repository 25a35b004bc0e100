# Shifts of any width; to the right they round down.
print(1 << 100, -1 << 100, 5 << 46, -5 << 47, 3 << 0, 0 << 10**30)
print(2**100 >> 98, -(2**100) >> 98, -5 >> 1, 5 >> 1, -1 >> 1000, 1 >> 1000, (2**100 + 1) >> 100)
print(-(2**100 + 1) >> 100, 1 >> 10**30, -1 >> 10**30, (1 << 64) >> 64, -7 >> 64)
for shift in [lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 10**20, lambda: 1.5 << 1]:
    try:
        print(shift())
    except Exception as error:
        print(type(error).__name__, error)
