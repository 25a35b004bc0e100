for bits in (31, 32, 46, 47, 48, 52, 53, 62, 63, 64):
    n = 1 << bits
    print(bits, n, n - 1, -n, -n - 1, n * n, (n * n) // n == n, n + n - n == n, n * -1, (n - 1) + 1 == n, -(-n), abs(-n))
total = 1
for i in range(1, 30):
    total *= i
print(total, total // 29 // 28, total % 1000007)
