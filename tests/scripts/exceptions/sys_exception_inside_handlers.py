import sys
print(sys.exception(), sys.exc_info())
try:
    raise ValueError("a")
except ValueError:
    print(repr(sys.exception()), sys.exc_info()[0].__name__)
    try:
        raise KeyError("b")
    except KeyError:
        print(repr(sys.exception()))
    print(repr(sys.exception()))
print(sys.exception())
