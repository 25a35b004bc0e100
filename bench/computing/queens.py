# SPDX-License-Identifier: MIT
# All ways to place queens on a board, three times: with sets and a generator, with lists of flags, with bit masks.
import time


def with_sets(size, row=0, columns=frozenset(), up=frozenset(), down=frozenset()):
    if row == size:
        yield ()
        return
    for column in range(size):
        if column in columns or row + column in up or row - column in down:
            continue
        for rest in with_sets(size, row + 1, columns | {column}, up | {row + column}, down | {row - column}):
            yield (column,) + rest


def with_flags(size):
    columns = [True] * size
    up = [True] * (2 * size)
    down = [True] * (2 * size)
    found = 0

    def place(row):
        nonlocal found
        if row == size:
            found += 1
            return
        for column in range(size):
            if columns[column] and up[row + column] and down[row - column + size]:
                columns[column] = up[row + column] = down[row - column + size] = False
                place(row + 1)
                columns[column] = up[row + column] = down[row - column + size] = True

    place(0)
    return found


def with_bits(size):
    full = (1 << size) - 1

    def place(columns, left, right):
        if columns == full:
            return 1
        found = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            found += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return found

    return place(0, 0, 0)


def main():
    solutions = list(with_sets(10))
    return len(solutions), solutions[0], solutions[-1], with_flags(11), with_bits(12)


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
