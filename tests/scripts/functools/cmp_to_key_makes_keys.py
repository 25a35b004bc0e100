from functools import *


@total_ordering
class Greater:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n


a, b = Greater(1), Greater(2)

print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), sorted("bAc", key=cmp_to_key(lambda a, b: (a > b) - (a < b))))
k = cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(1) == k(1), k(3) >= k(4), k(5).obj, min([k(3), k(2)]).obj)
try:
    k(1) < 5
except TypeError as error:
    print(error)
