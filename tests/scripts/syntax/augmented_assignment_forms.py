x = 7
x += 3; x -= 1; x *= 2; x //= 4; x **= 3; x %= 50; x <<= 2; x >>= 1; x |= 1; x &= 31; x ^= 3
print(x)
f = 3.0
f /= 2
print(f)
row = [1, 2]
row += (3,)
row *= 2
print(row)
d = {"a": 1}
d["a"] += 5
d |= {"b": 2}
print(d)
