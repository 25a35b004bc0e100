from itertools import *


a, b, c = tee("abc", 3)

it = iter(range(10))
print(list(islice(it, 2, 5)), list(it))
it = iter("abc")
print(list(takewhile(lambda c: c != "b", it)), list(it))
groups = groupby("aabb")
key, group = next(groups)
next(groups)
print(key, list(group))
s = [1, 2]
print(list(zip(chain(s, s), count())), list(zip(*[iter("abcdef")] * 2)))
