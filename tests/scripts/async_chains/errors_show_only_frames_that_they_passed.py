# The RuntimeError that stands for StopIteration has no entry of the frame that raised this; what is thrown into an
# async generator that has not begun has one of it; and operations of async generators throw GeneratorExit anew.
import sys
import types


def show(error):
    names, traceback = [], error.__traceback__
    while traceback:
        names.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    print(type(error).__name__, names, repr(error.__cause__), repr(error.__context__))


@types.coroutine
def suspend():
    yield


def stop():
    yield
    raise StopIteration(3)


async def wait():
    await suspend()


async def produce():
    try:
        await suspend()
    finally:
        print(repr(sys.exception()), repr(sys.exception().__context__))
    yield


async def throw_into_new():
    await produce().athrow(KeyError("thrown"))


async def consume():
    await produce().asend(None)


def attempt(action, *arguments):
    try:
        action(*arguments)
    except BaseException as error:
        show(error)


generator = stop()
next(generator)
attempt(next, generator)
for function in (stop, wait):
    waiting = function()
    waiting.send(None)
    attempt(waiting.throw, StopIteration(4))
attempt(throw_into_new().send, None)
consumer = consume()
consumer.send(None)
try:
    raise ValueError("handled")
except ValueError:
    attempt(consumer.throw, GeneratorExit())
