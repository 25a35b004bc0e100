# // and % of floats: the remainder has the divisor's sign.
inf = float("inf")
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (0.0, 3.0), (-0.0, 3.0), (6.0, -3.0), (1.0, 0.1), (1e20, 3.7), (5.0, inf), (-5.0, inf), (5.0, -inf), (5e-324, 1e308), (3, 0.5), (10**20, 7.0)]:
    print(a // b, a % b, divmod(a, b))
print(inf // 1, inf % 1, 1 % inf, -1 % inf)
