# SPDX-License-Identifier: MIT
# Escape times of points of the plane: float arithmetic in local variables and comparisons.
import time


def escape_time(x, y, limit):
    a = b = 0.0
    for step in range(limit):
        aa = a * a
        bb = b * b
        if aa + bb > 4.0:
            return step
        b = 2.0 * a * b + y
        a = aa - bb + x
    return limit


def main():
    size = 300
    inside = total = 0
    for row in range(size):
        y = 2.4 * row / size - 1.2
        for column in range(size):
            x = 3.0 * column / size - 2.2
            steps = escape_time(x, y, 200)
            total += steps
            if steps == 200:
                inside += 1
    return inside, total


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
