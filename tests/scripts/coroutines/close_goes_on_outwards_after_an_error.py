# close() of a chain: an error that an inner member raises instead of GeneratorExit goes to the next one outwards; when
# that swallows it, those further out get GeneratorExit again.
def inner():
    try:
        yield
    except GeneratorExit as error:
        print("inner", repr(error))
        raise ValueError("from inner")

def catching():
    try:
        yield from inner()
    except ValueError as error:
        print("catching", repr(error))

def passing():
    try:
        yield from inner()
    finally:
        print("passing ends")

def outer(delegate):
    try:
        yield from delegate
        print("never")
    except BaseException as error:
        print("outer", repr(error), repr(error.__context__))
        raise

for delegate in (catching, passing):
    generator = outer(delegate())
    next(generator)
    try:
        print(generator.close())
    except ValueError as error:
        print("close", repr(error))
