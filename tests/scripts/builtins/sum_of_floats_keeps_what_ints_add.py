# since 3.14
# Ints among floats are compensated like these.
print(sum([1e100, 1, -1e100]), sum([1e100, True, -1e100]), sum([1e16, 1, 1, 1, 1]), sum([1e100, 2**70, -1e100]))
print(sum([1e100, -2**63 - 1, -1e100]), sum([0.1] * 10 + [3]), sum([1.5, 2**63]), sum([1, 2, 0.5, 2**31]))
