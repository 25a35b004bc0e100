# SPDX-License-Identifier: MIT
# Closures and calls of every form: captured variables, defaults, keywords, *args and **kwargs, decorators, lambdas.
import time


def counter(step):
    value = 0

    def advance(times=1):
        nonlocal value
        value += step * times
        return value

    return advance


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def counted(function):
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return function(*args, **kwargs)

    wrapper.calls = lambda: calls
    return wrapper


def box(width, height=2, *, depth=3, scale=1):
    return width * height * depth * scale


@counted
def volume(a, b=1, c=1, **options):
    return a * b * c + options.get("offset", 0)


def main():
    total = 0
    advance = counter(3)
    pipeline = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x % 1009)
    for i in range(250000):
        advance()
        advance(times=2)
        total += pipeline(i)
        total += box(i, depth=2)
        total += box(width=i, height=3, scale=2)
        total %= 1000003
    for i in range(120000):
        total += volume(i, c=2)
        total += volume(i, *(2, 3))
        total += volume(i, offset=5)
        total %= 1000003
    adders = [lambda x, n=n: x + n for n in range(10)]
    for i in range(60000):
        for adder in adders:
            total += adder(i)
    return total, advance(0), volume.calls()


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
