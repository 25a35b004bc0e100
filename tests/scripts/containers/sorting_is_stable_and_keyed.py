words = ["banana", "fig", "Apple", "date", "cherry", "kiwi"]
print(sorted(words), sorted(words, key=len), sorted(words, key=str.lower, reverse=True))
pairs = [(2, "b"), (1, "b"), (2, "a"), (1, "a")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[1], reverse=True))
pairs.sort(key=lambda p: (-p[0], p[1]))
print(pairs, sorted([3.5, 1, True, 2]), sorted("bca"), sorted({3: 0, 1: 0}), sorted([[2], [1, 5], [1]]))
