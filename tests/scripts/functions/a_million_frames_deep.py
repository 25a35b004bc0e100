# no-stress: each collection looks at all frames
import sys

sys.setrecursionlimit(10**8)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(1_000_000))
