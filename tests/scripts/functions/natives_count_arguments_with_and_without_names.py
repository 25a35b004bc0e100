# since 3.14
# Natives that take arguments by name count all of them first, then those without a name; what is missing goes before
# what is not expected. The others name their module or class.
import functools
import heapq
import math


def show(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except TypeError as error:
        print(error)


show(math.isclose, 1, 2, 3)
show(math.isclose, 1, 2, 3, 4, 5)
show(math.isclose, 1, q=1)
show(math.isclose, 1, 2, q=1)
show(math.isclose, **{f"n{i}": i for i in range(5)})
show(math.prod)
show(math.prod, [1], [2])
show(math.nextafter, 1)
show(functools.reduce, print)
show(functools.cmp_to_key, 1, q=1)
show(sum)
show(sum, [1], 2, 3)
show(sorted, [1], 2)
show(int, 1, 2, q=1)
show(str, b"", q=1)
show("".split, 1, 2, 3)
show("".encode, q=1)
show([].sort, 1, 2, 3)
show([].sort, 1)
show(compile, q=1)
show(math.acos)
show(math.acos, 1, 2)
show(math.atan2, y=1)
show(heapq.heapify)
show(len)
show([].append, 1, 2)
show([].clear, 1)
