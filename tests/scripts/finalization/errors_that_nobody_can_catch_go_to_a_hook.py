# sys.unraisablehook gets every error of finalizers, callbacks of weak references and generators that are closed.
import gc
import sys
import threading
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


def drop_object():
    Failing()


def drop_referred(references):
    plain = Plain()
    references.append(weakref.ref(plain, lambda reference: 1 / 0))


def drop_generator(function):
    next(function())


def collect_after(function, *arguments):
    thread = threading.Thread(target=function, args=arguments)  # its stack goes with it
    thread.start()
    thread.join()
    del thread
    gc.collect()


sys.unraisablehook = show
collect_after(drop_object)
references = []
collect_after(drop_referred, references)
collect_after(drop_generator, fail_at_end)
collect_after(drop_generator, go_on)
