# throw() of what is no exception: the innermost generator refuses it and stays where it is; who delegates to it gets
# the TypeError. What the constructor of a class raises is thrown.
class Failing(Exception):
    def __init__(self, *rest):
        raise ValueError("made", *rest)


class Other(Exception):
    def __new__(cls, *rest):
        return 5


def inner():
    while True:
        try:
            yield 1
        except Exception as error:
            print("    inner", repr(error))
            yield 2


def outer(source):
    try:
        yield from source
    except Exception as error:
        print("    outer", repr(error))
        yield 3


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 7

    def throw(self, *rest):
        print("    throw", rest)
        return 8


def attempt(generator, *thrown):
    print(*thrown)
    try:
        print("   ", generator.throw(*thrown))
    except BaseException as error:
        print("    raised", repr(error))


for thrown in (None, 5, str, Failing, Other):
    source = inner()
    for generator in (source, outer(source), outer(outer(source)), outer(Iterator()), outer([1, 2])):
        next(generator)
        attempt(generator, thrown)
    attempt(inner(), thrown)
    attempt((x for x in ()), thrown)
