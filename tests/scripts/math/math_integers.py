# Integer functions of math.
import math
print([math.factorial(n) for n in range(8)], math.factorial(30), len(hex(math.factorial(3000))))
print(math.gcd(), math.gcd(12, -18), math.gcd(2**100, 6**50, 10**20), math.lcm(), math.lcm(4, 6, -10), math.lcm(5, 0), math.lcm(2**70, 3**40))
print([math.isqrt(n) for n in [0, 1, 15, 16, 17, 2**64, 10**40 - 1]], math.comb(5, 2), math.comb(100, 50), math.comb(3, 5), math.comb(10**20, 3), math.perm(5), math.perm(10, 3), math.perm(3, 5), math.perm(10**20, 2))
class I:
    def __index__(self): return 6
print(math.factorial(I()), math.gcd(I(), 4), math.comb(I(), I()), math.isqrt(I()), math.factorial(True))
for name, *args in [("factorial", -1), ("factorial", 5.0), ("factorial", 10**20), ("gcd", 1.5), ("lcm", "a"), ("isqrt", -1), ("isqrt", 1.5), ("comb", -1, 2), ("comb", 5, -1), ("comb", 5.0, 2), ("perm", -1), ("perm", 5, -1), ("perm", 5.5), ("comb", 2 * 10**20, 10**20)]:
    try:
        print(name, getattr(math, name)(*args))
    except Exception as error:
        print(name, type(error).__name__ + ":", error)
