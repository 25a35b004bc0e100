a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, b - a, a | b == {1, 2, 3, 4}, 2 in a, len(a), a.union([9], (8,)) == {1, 2, 3, 8, 9})
print(a <= {1, 2, 3}, a < {1, 2, 3}, {1} < a, a > {1}, a >= b, a.isdisjoint({7}), {1}.issubset(a), a.issuperset([1]))
a.add(9); a.discard(1); a.discard(100); a.remove(2); a.update({5}, [6])
print(sorted(a), a.pop() in (3, 5, 6, 9), len(a))
a.clear()
print(a, set("aab") == {"a", "b"}, set([1, 1.0, True]), frozenset([1]) | {2}, type({1} | frozenset()).__name__, type(frozenset() | {1}).__name__)
