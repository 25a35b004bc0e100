# SPDX-License-Identifier: MIT
# Trees made and thrown away: allocation, collection, recursion over objects with two fields.
import time


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def grow(depth):
    if depth == 0:
        return Node(None, None)
    depth -= 1
    return Node(grow(depth), grow(depth))


def main():
    deepest = 14
    long_lived = grow(deepest)
    nodes = grow(deepest + 1).count()
    for depth in range(4, deepest + 1, 3):
        for _ in range(1 << (deepest - depth + 3)):
            nodes += grow(depth).count()
    return nodes, long_lived.count()


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
