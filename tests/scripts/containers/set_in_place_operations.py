a = b = {1, 2, 3, 4}
a |= {5}; a &= {1, 2, 5}; a -= {1}; a ^= {2, 7}
print(sorted(a), a is b)
a.intersection_update([5]); a.difference_update([5]); a.symmetric_difference_update([8])
print(a)
f = frozenset({1})
g = f
f |= {2}
print(sorted(f), sorted(g))
