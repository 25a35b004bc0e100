# / of integers is the correctly rounded quotient, also when they are too large for a float.
print(7 / 2, -7 / 2, 1 / 3, 0 / -5)
print(10**400 / 10**399, (10**400 + 1) / (3 * 10**380), -(2**2000) / 3**1200)
print((2**53 + 1) / 1, (2**54 + 3) / 1, (2**1024 - 1) / 2)
print(1 / 2**1074, 1 / 2**1075, 3 / 2**1075, 1 / 10**400)
for a, b in [(10**400, 1), (1, 0), (2**1024, 1), (2**1024 - 2**969, 1)]:
    try:
        print(a / b)
    except ArithmeticError as error:
        print(type(error).__name__, error)
