# Numbers that are equal hash equal, and hashes are those of CPython.
for n in [0, 1, -1, -2, 2**61 - 1, 2**61 - 2, 2**61, -(2**61), 2**100, -(2**200) + 17, True]:
    print(hash(n), end=" ")
print()
for x in [0.0, -0.0, 1.0, -1.0, 1.5, -2.5, 1e300, 5e-324, float("inf"), float("-inf"), 2.0**61, 0.1]:
    print(hash(x), end=" ")
print()
print(all(hash(n) == hash(float(n)) for n in [3, 2**52, 2**90, -(2**70)]), {1: "a", 1.0: "b", True: "c"}, {2**70: 1}[2.0**70])
