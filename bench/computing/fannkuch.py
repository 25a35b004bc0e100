# SPDX-License-Identifier: MIT
# Pancake flipping over all permutations: list indexing, slices assigned in place, small integers.
import time


def flips_needed(order):
    row = order[:]
    flips = 0
    top = row[0]
    while top:
        row[: top + 1] = row[top::-1]
        flips += 1
        top = row[0]
    return flips


def search(size):
    order = list(range(size))
    counts = [0] * size
    most = checksum = 0
    sign = 1
    while True:
        if order[0]:
            flips = flips_needed(order)
            if flips > most:
                most = flips
            checksum += sign * flips
        # The next permutation: every step exchanges two places, so that the sign alternates.
        if sign > 0:
            order[0], order[1] = order[1], order[0]
        else:
            order[1], order[2] = order[2], order[1]
            place = 2
            while True:
                if counts[place] < place:
                    counts[place] += 1
                    break
                counts[place] = 0
                place += 1
                if place == size:
                    return most, checksum
                first = order[0]
                for i in range(place):
                    order[i] = order[i + 1]
                order[place] = first
        sign = -sign


def main():
    return search(9)


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
