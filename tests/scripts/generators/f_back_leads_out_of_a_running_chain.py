# The frame of what is delegated to has the delegating one behind it while the chain runs, and none while it waits.
import sys


def names(frame):
    found = []
    while frame is not None and frame.f_code.co_name != "<module>":
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def inner():
    print(names(sys._getframe()))
    yield sys._getframe()
    print(names(sys._getframe()))


def middle():
    yield from inner()


def outer():
    yield from middle()


async def leaf():
    print(names(sys._getframe()))


async def root():
    await leaf()


generator = outer()
frame = next(generator)
print(names(frame), frame.f_back)
print(list(generator))
try:
    root().send(None)
except StopIteration:
    print("done")
