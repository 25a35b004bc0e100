# To an iterator that has no throw(): the StopIteration counts as its end, with its value. A generator that gets one at
# its own yield fails.
class Own(StopIteration):
    pass


def outer(source):
    result = yield from source
    print("    result", result)
    yield "behind"


class Awaited:
    def __await__(self):
        return iter([1, 2])


async def coroutine():
    print("    awaited", await Awaited())


def inner():
    yield 1


for make in (lambda: outer([1, 2]), lambda: outer(zip("ab")), lambda: outer(outer("ab")), coroutine, lambda: outer(inner())):
    for thrown in (StopIteration(4), StopIteration, Own("own"), KeyError(5)):
        made = make()
        made.send(None)
        try:
            print(repr(made.throw(thrown)))
        except BaseException as error:
            print(type(error).__name__, error, repr(error.__context__))
