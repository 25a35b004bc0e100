# SPDX-License-Identifier: MIT
# Exceptions: raised and caught near and far, as keys missing and numbers malformed, with finally, chained, never
# raised.
import time


class TooBig(ValueError):
    def __init__(self, value):
        super().__init__(f"{value} is too big")
        self.value = value


def descend(depth, value):
    if depth == 0:
        raise TooBig(value)
    return descend(depth - 1, value) + 1


def near_and_far(count):
    caught = 0
    for number in range(count):
        try:
            descend(number % 6, number)
        except TooBig as error:
            caught += error.value % 7
    return caught


def missing_keys(count):
    table = {number: number for number in range(0, 100, 3)}
    missed = 0
    for number in range(count):
        try:
            missed += table[number % 100]
        except KeyError:
            missed += 1
    return missed


def malformed_numbers(count):
    words = ["12", "x", "7", "", "3.5", "40"]
    total = 0
    for number in range(count):
        try:
            total += int(words[number % 6])
        except ValueError:
            total -= 1
    return total


def cleanup(count):
    opened = closed = 0
    for number in range(count):
        try:
            try:
                opened += 1
                if number % 4 == 0:
                    raise KeyError(number)
            finally:
                closed += 1
        except KeyError as error:
            try:
                raise RuntimeError("wrapped") from error
            except RuntimeError as wrapper:
                closed += wrapper.__cause__.args[0] % 2
    return opened, closed


def never_raised(count):
    total = 0
    for number in range(count):
        try:
            total += number & 3
        except ZeroDivisionError:
            total = 0
    return total


def main():
    return near_and_far(100000), missing_keys(300000), malformed_numbers(100000), cleanup(150000), never_raised(600000)


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
