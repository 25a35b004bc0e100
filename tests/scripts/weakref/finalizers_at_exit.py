import gc
import sys
import weakref


class Thing:
    pass


things = [Thing() for _ in range(3000)]
count = 0


def count_up():
    global count
    count += 1
    things.clear()  # these, and their finalizers, go while the rest are called
    if count % 1000 == 0:
        gc.collect()


def report(*words):
    print(*words, count)


def make_another():
    global second
    second = Thing()
    weakref.finalize(second, report, "made last, called at once")
    1 / 0


sys.excepthook = lambda kind, error, traceback: print(repr(error))
first, unwanted, remaining = Thing(), Thing(), Thing()
weakref.finalize(first, report, "the first is called last:")
weakref.finalize(unwanted, report, "not to be seen").atexit = False
weakref.finalize(remaining, report, "some are left")
weakref.finalize(remaining, make_another)
for thing in things:
    weakref.finalize(thing, count_up)
del thing
