# A cause that is no exception changes nothing at the exception that was to have it.
def fail():
    raise KeyError("cannot be made")


class Cause(Exception):
    def __init__(self):
        raise ValueError("not made")


for cause in 1, fail, int, Cause, None, IndexError:
    first = KeyError("first")
    try:
        try:
            raise first
        except KeyError:
            raise first from cause
    except Exception as error:
        print(repr(error), repr(error.__context__), repr(error.__cause__))
    print(first.__suppress_context__, repr(first.__cause__))
