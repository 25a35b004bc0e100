# SPDX-License-Identifier: MIT
# Digits of pi by a streaming algorithm and by a series in fixed point: big-integer arithmetic and printing.
import time


def stream(count):
    # Gibbons's linear fractional transformations; a digit is safe when two estimates of it agree.
    digits = []
    q, r, t, k = 1, 0, 1, 1
    while len(digits) < count:
        digit = (3 * q + r) // t
        if digit == (4 * q + r) // t:
            digits.append(digit)
            q, r = 10 * q, 10 * (r - digit * t)
        else:
            q, r, t, k = q * k, (2 * q + r) * (2 * k + 1), t * (2 * k + 1), k + 1
    return digits


def inverse_arctangent(x, unity):
    total = term = unity // x
    squared = x * x
    divisor = 1
    while term:
        term //= -squared
        divisor += 2
        total += term // divisor
    return total


def series(digits):
    unity = 10 ** (digits + 10)
    pi = 4 * (4 * inverse_arctangent(5, unity) - inverse_arctangent(239, unity))
    return pi // 10 ** 10


def main():
    streamed = stream(2200)
    text = str(series(4200))
    far = series(11000) % 10 ** 30
    factorial = 1
    for number in range(2, 1500):
        factorial *= number
    return sum(streamed), streamed[-5:], text[:12], text[-12:], far, len(str(factorial)), pow(3, 20001, 10 ** 40 + 7)


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
