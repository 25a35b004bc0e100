def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
f = 1
for i in range(1, 101):
    f *= i
print(fibonacci(300), f, gcd(f, 2 ** 200), pow(2, 1000, 10 ** 9 + 7), 2 ** 127 - 1, (2 ** 127 - 1) % 1000000007)
print(-(2 ** 65) // 3, -(2 ** 65) % 3, (-(2 ** 65)) >> 1, -(2 ** 65) & (2 ** 66 - 1), (3 ** 100) ^ -(3 ** 99), (10 ** 40) // (10 ** 20 + 1), (10 ** 40) % -(10 ** 20 + 1))
