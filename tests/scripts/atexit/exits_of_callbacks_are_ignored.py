# A callback that leaves by sys.exit() is reported like any that fails; the status stays.
import atexit
import sys


class Leaving:
    def __repr__(self):
        return "Leaving()"

    def __call__(self):
        sys.exit(3)


atexit.register(print, "the last one")
atexit.register(Leaving())
