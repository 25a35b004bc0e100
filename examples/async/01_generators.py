# SPDX-License-Identifier: MIT
"""Functions that pause: a generator alone, one that is sent values, and several that take turns."""

from collections import deque


def countdown(name, number):
    print(f"  {name} begins")
    while number > 0:
        yield number
        number -= 1
    return f"{name} is done"


print("One generator:")
rocket = countdown("rocket", 2)
print("  made, nothing has run")
print("  next gives", next(rocket))
print("  next gives", next(rocket))
try:
    next(rocket)
except StopIteration as end:
    print("  the end:", end.value)


def running_total():
    total = 0
    while True:
        total += yield total


print("Values go in, too:")
purse = running_total()
next(purse)
print(" ", purse.send(10), purse.send(5))


def launch():
    result = yield from countdown("inner", 2)
    print("  launch got:", result)


print("One that runs another:")
print(" ", list(launch()))


def take_turns(*generators):
    ready = deque(generators)
    while ready:
        generator = ready.popleft()
        try:
            print("  step:", next(generator))
        except StopIteration as end:
            print(" ", end.value)
        else:
            ready.append(generator)


print("Two take turns:")
take_turns(countdown("left", 2), countdown("right", 3))
