a, b = 2 ** 100, 3 ** 70
print(a + b, a - b, a * b, b // a, b % a, -b // a, -b % a, divmod(b, -a))
print(a & b, a | b, a ^ b, ~a, a >> 90, -a >> 99, (a << 3) == a * 8, a - a, (a - a).bit_length(), a.bit_length(), b.bit_count())
print(2 ** 200 > 2 ** 199, -2 ** 100 < 0, a == float(a), a < 1e40, hash(a) == hash(float(a)), int(1e30), a / b, int("9" * 40) + 1, 10 ** 25 // 10 ** 24)
