# SPDX-License-Identifier: MIT
# Plain recursive calls with two and three arguments: Fibonacci numbers, Takeuchi's function, Ackermann's function.
import sys
import time


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def takeuchi(x, y, z):
    if y >= x:
        return z
    return takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def main():
    sys.setrecursionlimit(5000)
    return fibonacci(32), takeuchi(18, 12, 5), ackermann(2, 400)


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
