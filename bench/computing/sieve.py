# SPDX-License-Identifier: MIT
# Prime numbers: a list of flags crossed out in a loop, then trial division with while loops.
import time


def primes_below(limit):
    is_prime = [True] * limit
    is_prime[0] = is_prime[1] = False
    i = 2
    while i * i < limit:
        if is_prime[i]:
            for multiple in range(i * i, limit, i):
                is_prime[multiple] = False
        i += 1
    return [number for number, flag in enumerate(is_prime) if flag]


def smallest_factor(number, primes):
    for prime in primes:
        if prime * prime > number:
            return number
        if number % prime == 0:
            return prime
    return number


def collatz_length(number):
    length = 1
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        length += 1
    return length


def main():
    primes = primes_below(1200000)
    factors = sum(smallest_factor(number, primes) for number in range(900001, 930001, 2))
    longest = max(range(1, 32000), key=collatz_length)
    return len(primes), primes[-1], factors, longest


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
