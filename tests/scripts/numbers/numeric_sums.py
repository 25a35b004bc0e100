# Mixed arithmetic, sum and friends.
print(1 + 1.5, 1.5 + 1, 2**60 + 0.5, 3 * 0.1, 10**20 * 1.0, 7 // 2.0, 7 % 2.5, True + 0.5, 2 - 0.5, 1 / 4.0)
print(sum([1, 2.5, 3]), sum([0.1] * 10), sum([10**20, 1.0, -10**20]), sum([], 5), sum(range(101)), sum([1e100, 1.0, -1e100]))
print(min(3, 2.5), max(1, True), abs(-7), abs(-7.5), abs(-2**70), divmod(7.5, 2), pow(2, 0.5), round(7.5))
x = 5
x += 2.5; x *= 2; x -= 1; x /= 4; x //= 1; x **= 3; x %= 5
print(x)
n = 6
n <<= 3; n |= 1; n &= 0x3F; n ^= 5; n >>= 1
print(n)
