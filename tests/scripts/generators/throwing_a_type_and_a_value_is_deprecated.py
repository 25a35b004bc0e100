# since 3.14
import warnings


def generator():
    try:
        yield
    except ValueError as error:
        yield repr(error)


def throw(*arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        walker = generator()
        next(walker)
        try:
            print(walker.throw(*arguments))
        except TypeError as error:
            print(error)
    for warning in caught:
        print(warning.category.__name__, warning.message)


throw(ValueError)
throw(ValueError(1))
throw(ValueError, 2)
throw(ValueError, ValueError(3), None)
throw(ValueError, None, None)
throw(ValueError, None, 3)
throw(None)
throw(3)
for _ in range(2):
    generator().throw  # the default filters show the warning once for each place of __main__
    walker = generator()
    next(walker)
    print(walker.throw(ValueError, 4))
warnings.simplefilter("error")
try:
    generator().throw(ValueError, 5)
except DeprecationWarning:
    print("raised")
