# SPDX-License-Identifier: MIT
# Generators: pipelines, `yield from` through recursion, send(), generator expressions, early close.
import time


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(middle, build(low, middle), build(middle + 1, high))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for rest in permutations(items[1:]):
        for place in range(len(items)):
            yield rest[:place] + items[:1] + rest[place:]


def numbers(limit):
    number = 0
    while number < limit:
        yield number
        number += 1


def squares(source):
    for number in source:
        yield number * number


def evens(source):
    for number in source:
        if number % 2 == 0:
            yield number


def averager():
    total = count = 0
    average = 0
    while True:
        value = yield average
        total += value
        count += 1
        average = total // count


def first_over(limit, source):
    for number in source:
        if number > limit:
            return number


def main():
    tree_total = 0
    for _ in range(12):
        for value in build(0, 8000):
            tree_total += value
    permuted = sum(order[0] * order[-1] for order in permutations([1, 2, 3, 4, 5, 6, 7, 8]))
    piped = sum(evens(squares(numbers(700000))))
    average = averager()
    next(average)
    for number in range(400000):
        last = average.send(number)
    found = sum(first_over(limit, squares(numbers(1000))) for limit in range(0, 120000, 20))
    return tree_total, permuted, piped, last, found


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
