from itertools import *


def first(n, iterable):
    return list(islice(iterable, n))


print(first(3, count()), first(3, count(5, 2)), first(3, count(1.5, 0.5)), first(3, count(2**62)), first(2, count(-1, -1)))
print(count(), count(5, 2), count(1.5), repeat("x"), repeat(1, 3), repeat(1, -3))
print(first(5, cycle("ab")), list(cycle([])), list(repeat(1, 3)), first(2, repeat(None)), list(repeat(1, times=0)))
