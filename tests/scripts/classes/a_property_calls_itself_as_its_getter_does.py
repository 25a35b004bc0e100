# What a property without accessor calls itself: the name it was given, else its getter's, else nothing.
import functools


def attempt(action):
    try:
        action()
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)


def read(self):
    return 1


class Named:
    __name__ = "other"

    def __call__(self, instance):
        return 1


class Failing(Named):
    @property
    def __name__(self):
        raise ValueError("no name")


class A:
    inside = property(read)
    empty = property()


A.late = property(read)
A.native = property(len)
A.bare = property(None)
A.partial = property(functools.partial(read))
A.named = property(Named())
A.failing = property(Failing())
A.renamed = property(read)
A.__dict__["renamed"].__name__ = 5
for name in ("inside", "empty", "late", "native", "bare", "partial", "named", "failing", "renamed"):
    attempt(lambda: setattr(A(), name, 1))
    attempt(lambda: delattr(A(), name))
attempt(lambda: A().bare)
attempt(lambda: property().__get__(5))
