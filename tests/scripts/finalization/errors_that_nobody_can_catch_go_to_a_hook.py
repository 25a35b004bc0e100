# sys.unraisablehook gets every error of finalizers, callbacks of weak references and generators that are closed.
import gc
import sys
import weakref


def show(unraisable):
    kind, value, traceback, message, source = unraisable
    print(kind.__name__, value, traceback is value.__traceback__, unraisable.exc_type is kind, unraisable.exc_value is value)
    print(unraisable.exc_traceback is traceback, unraisable.err_msg is message, unraisable.object is source)


class Failing:
    def __del__(self):
        raise ValueError("del")


class Plain:
    pass


def fail_at_end():
    try:
        yield
    finally:
        raise KeyError("generator")


def go_on():
    try:
        yield
    except GeneratorExit:
        yield


sys.unraisablehook = show
Failing()
gc.collect()
plain = Plain()
reference = weakref.ref(plain, lambda reference: 1 / 0)
del plain
gc.collect()
for function in (fail_at_end, go_on):
    generator = function()
    next(generator)
    del generator
    gc.collect()
