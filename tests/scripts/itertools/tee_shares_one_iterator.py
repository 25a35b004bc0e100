from itertools import *


a, b, c = tee("abc", 3)
print(next(a), next(a), list(b), next(a), list(c), list(a), tee("ab", 0))
x, = tee(iter([1, 2, 3]), 1)
next(x)
y, z = tee(x)
print(list(y), list(z))
big, other = tee(range(200))
print(sum(big), sum(other))
