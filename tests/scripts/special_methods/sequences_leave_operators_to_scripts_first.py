# since 3.14
# In CPython concatenation and repetition of sequences are looked at after the methods that numbers have, too.
from collections import deque


class Reflecting:
    def __init__(self, result):
        self.result = result

    def __radd__(self, other):
        print("radd", end=" ")
        return self.result

    def __rmul__(self, other):
        print("rmul", end=" ")
        return self.result


class Counting(Reflecting):
    def __index__(self):
        print("index", end=" ")
        return 2


class Iterable(Reflecting):
    def __iter__(self):
        return iter("xy")


class Items(list):
    def __radd__(self, other):
        print("radd of a list", end=" ")
        return NotImplemented


class Plain:
    pass


def try_it(act, *arguments):
    try:
        print(act(*arguments))
    except TypeError as error:
        print(error)


def add(a, b):
    return a + b


def add_in_place(a, b):
    a += b
    return a


def multiply(a, b):
    return a * b


def multiply_in_place(a, b):
    a *= b
    return a


for make in (lambda: "ab", lambda: b"ab", lambda: [1], lambda: (1,), lambda: deque([1]), lambda: Items([1])):
    for right in (Reflecting("mine"), Reflecting(NotImplemented), Counting("mine"), Counting(NotImplemented),
                  Iterable(NotImplemented), Iterable("mine"), Items([2]), Plain(), "a", 1.5, True):
        print(type(make()).__name__, type(right).__name__)
        for act in (add, add_in_place, multiply, multiply_in_place):
            try_it(act, make(), right)
for left in (Plain(), 1.5, None, Counting(1), True):
    for right in ("ab", [1], deque([1])):
        try_it(multiply, left, right)
