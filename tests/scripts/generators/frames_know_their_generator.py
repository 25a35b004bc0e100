# since 3.14
# f_generator is the generator or coroutine whose frame it is, while it lives.
import sys


def generator():
    yield sys._getframe()


def function():
    return sys._getframe()


async def coroutine(found):
    found.append(sys._getframe())
    found.append(found[0].f_generator)


made = generator()
frame = next(made)
print(frame.f_generator is made, function().f_generator, sys._getframe().f_generator)
list(made)
print(frame.f_generator)
found = []
running = coroutine(found)
try:
    running.send(None)
except StopIteration:
    print(found[1] is running, found[0].f_generator)
