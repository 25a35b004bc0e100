# // rounds down and % takes the divisor's sign, at every size.
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (6, -3), (-2**47, -1), (2**70, -3), (-2**70, 2**65 + 1), (5, 2**80), (-5, 2**80), (5, -2**80)]:
    print(a // b, a % b, divmod(a, b), a == (a // b) * b + a % b)
