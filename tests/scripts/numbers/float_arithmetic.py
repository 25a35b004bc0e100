print(1.5 + 2, 1 - 0.5, 2 * 1.5, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, 2.0 ** 3, 2 ** 0.5, 4 ** -0.5, divmod(7.5, 2), -0.0, 0.0 == -0.0, 1e308 * 10, -1e308 * 10)
print(0.1 + 0.2, 0.1 + 0.2 == 0.3, 1e16 + 1, 3 / 2, 4 / 2, 10 / 4 * 4, (-8) ** (1 / 3) if False else "skip", 5 // 0.3, 5 % 0.3)
for call in (lambda: 2.0 ** 10000, lambda: 10 ** 400 * 1.0, lambda: int(float("inf")), lambda: int(float("nan"))):
    try:
        print(call())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
