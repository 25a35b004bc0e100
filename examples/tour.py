# SPDX-License-Identifier: MIT
"""A tour of the language in nine stops. Run it with `./dev run examples/tour.py`; CPython prints the same."""

import asyncio
from collections import Counter
from contextlib import contextmanager


def stop(number, title):
    print(f"\n{number}. {title}\n{'-' * (len(title) + 3)}")


# --------------------------------------------------------------------------------------------------------------------
stop(1, "Values and f-strings")

name, born = "Ouro", 2025
print(f"{name!r} has {len(name)} letters; {name.upper():>8}|{name:*^10}|")
print(f"{born = }, in hex {born:#x}, {born / 7:.3f}, {10**21:,}")
print(f"big integers are exact: 2**100 = {2**100}, floats shortest: {0.1 + 0.2} {1e22}")
first, *middle, last = "snake"
print(first, middle, last, [*range(3), *"ab"], {"a": 1} | {"b": 2})


# --------------------------------------------------------------------------------------------------------------------
stop(2, "Comprehensions and containers")

text = "the snake that eats its own tail is the oldest loop there is"
words = text.split()
print({word: len(word) for word in words if len(word) > 4})
print(sorted(set(words), key=lambda word: (-len(word), word))[:4])
print(Counter(letter for letter in text if letter != " ").most_common(3))
matrix = [[row * column for column in range(1, 4)] for row in range(1, 4)]
print(matrix, "transposed", [list(column) for column in zip(*matrix)])


# --------------------------------------------------------------------------------------------------------------------
stop(3, "Closures and decorators")


def counted(function):
    """Counts the calls of a function; the count lives in this closure."""
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        print(f"  call {calls} of {function.__name__}{args}")
        return function(*args, **kwargs)

    return wrapper


@counted
def power(base, exponent=2, *, modulus=None):
    return pow(base, exponent, modulus)


print(power(7), power(2, 10), power(3, exponent=200, modulus=1000))


# --------------------------------------------------------------------------------------------------------------------
stop(4, "Generators")


def collatz(number):
    """Yields the way of a number down to one, and returns how long it was."""
    steps = 0
    while number != 1:
        yield number
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        steps += 1
    yield 1
    return steps


def announced(number):
    steps = yield from collatz(number)
    yield f"({steps} steps)"


print(*announced(12))


def running_mean():
    """Takes numbers through send() and gives their mean so far."""
    total, count, mean = 0, 0, None
    while True:
        total += yield mean
        count += 1
        mean = total / count


means = running_mean()
next(means)
print([means.send(value) for value in (10, 20, 60)])


# --------------------------------------------------------------------------------------------------------------------
stop(5, "Classes")


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __rmul__(self, factor):
        return Vector(factor * self.x, factor * self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"{type(self).__name__}({self.x}, {self.y})"

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5


class Positive:
    """A descriptor: an attribute that refuses to become negative."""

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative, got {value}")
        setattr(instance, self.name, value)


class Account:
    balance = Positive()

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def pay(self, other, amount):
        self.balance -= amount
        other.balance += amount


print(Vector(1, 2) + 3 * Vector(0, 1), Vector(3, 4).length, Vector(1, 1) == Vector(1, 1))
ada, bob = Account("Ada", 100), Account("Bob")
ada.pay(bob, 30)
print(f"{ada.owner} has {ada.balance}, {bob.owner} has {bob.balance}")


# --------------------------------------------------------------------------------------------------------------------
stop(6, "Exceptions and with")


class PaymentError(Exception):
    pass


@contextmanager
def transaction(account):
    before = account.balance
    try:
        yield account
        print("  committed")
    except ValueError as error:
        account.balance = before
        raise PaymentError(f"{account.owner} cannot pay") from error


for amount in (20, 500):
    try:
        with transaction(bob):
            bob.pay(ada, amount)
    except PaymentError as error:
        print(f"  {error}, because {error.__cause__}")
    finally:
        print(f"  after {amount}: {bob.balance}")


# --------------------------------------------------------------------------------------------------------------------
stop(7, "Pattern matching")


def describe(shape):
    match shape:
        case {"kind": "circle", "radius": radius}:
            return f"circle of {3.14159 * radius**2:.1f}"
        case {"kind": "polygon", "points": [(x, y), *others]}:
            return f"polygon from {x},{y} with {1 + len(others)} corners"
        case Vector(x=0, y=0):
            return "the origin"
        case Vector() as vector:
            return f"a vector of length {vector.length:g}"
        case [] | {} | None:
            return "nothing"
        case _:
            return f"no shape: {shape!r}"


for shape in ({"kind": "circle", "radius": 2}, {"kind": "polygon", "points": [(0, 1), (2, 3), (4, 0)]}, Vector(0, 0),
              Vector(6, 8), [], 42):
    print(" ", describe(shape))


# --------------------------------------------------------------------------------------------------------------------
stop(8, "Tasks")


async def boil(what, minutes):
    print(f"  {what} is on")
    await asyncio.sleep(minutes / 1000)
    print(f"  {what} is done")
    return what


async def burn(minutes):
    await asyncio.sleep(minutes / 1000)
    raise RuntimeError("something burns")


async def cook():
    eggs = asyncio.create_task(boil("the egg", 60))
    print("  while that boils:", await boil("the tea", 5))
    print("  breakfast:", await asyncio.gather(eggs, boil("the toast", 100)))
    try:
        async with asyncio.timeout(0.005):
            await boil("the goulash", 10_000)
    except TimeoutError:
        print("  no time for goulash")
    try:
        async with asyncio.TaskGroup() as kitchen:
            kitchen.create_task(boil("the soup", 60_000))
            kitchen.create_task(burn(10))
    except* RuntimeError as errors:
        print("  everything off:", errors.exceptions[0])


asyncio.run(cook())


# --------------------------------------------------------------------------------------------------------------------
stop(9, "A producer and two consumers")


async def produce(queue, count):
    for number in range(1, count + 1):
        await queue.put(number)  # waits while the queue is full
    await queue.join()


async def consume(name, queue, results):
    while True:
        number = await queue.get()
        await asyncio.sleep(0)
        results.append((name, number, number * number))
        queue.task_done()


async def primes(limit):
    """An async generator; in a real program each step might wait for a network."""
    for number in range(2, limit):
        await asyncio.sleep(0)
        if all(number % divisor for divisor in range(2, int(number**0.5) + 1)):
            yield number


async def factory():
    queue, results = asyncio.Queue(maxsize=3), []
    consumers = [asyncio.create_task(consume(name, queue, results)) for name in ("left", "right")]
    await produce(queue, 10)
    for consumer in consumers:
        consumer.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print("  squares:", [square for _, _, square in sorted(results, key=lambda result: result[1])])
    print("  both worked:", sorted({name for name, _, _ in results}))
    print("  primes:", [prime async for prime in primes(30)])


asyncio.run(factory())
print("\nIn Ouro the last line may also be `await factory()`, without asyncio.run.")
