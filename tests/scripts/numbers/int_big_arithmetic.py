# Integers have no bounds: results grow past machine words and come back.
a = 123456789012345678901234567890
b = -987654321098765432109876543210
print(a + b, a - b, a * b)
print(b // a, b % a, divmod(a, b))
print(2**47 - 1 + 1, -2**47 - 1, 2**63, 2**64 - 1, -(2**63) - 1)
print((2**64) * (2**64) - (2**128 - 5))
print(a - a + 7, (a * 0), a // a)
n = 1
for i in range(1, 60):
    n *= i
print(n)
x = 10**30
x += 1
x -= 10**30
print(x, type(x))
