# Somebody else advanced the delegate: what is thrown into the delegating generator still goes there first.
def inner():
    try:
        yield "first"
    except ValueError as error:
        print("inner caught", error)
    try:
        yield "second"
    finally:
        print("inner ends")
    return "value"

def outer(delegate):
    try:
        value = yield from delegate
        print("outer got", value)
    except KeyError as error:
        print("outer caught", error)
    yield "outer's own"

def start():
    shared = inner()
    generator = outer(shared)
    print(next(generator))
    return shared, generator

shared, generator = start()
print(next(shared))
print(generator.throw(KeyError(1)))

shared, generator = start()
print(shared.throw(ValueError(2)))
generator.close()
print(next(shared, "closed"))

shared, generator = start()
other = outer(shared)
print(next(other))
print(generator.throw(KeyError(3)))
print(next(other))

def wrapped(delegate):
    yield from outer(delegate)

shared = inner()
generator = wrapped(shared)
print(next(generator), shared.throw(ValueError(4)))
try:
    print(generator.throw(IndexError(5)))
except IndexError as error:
    print(repr(error))
