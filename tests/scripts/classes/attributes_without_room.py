# What an object without room for an attribute says, also when one is deleted; a class with __setattr__ says less.
class Slots:
    __slots__ = "a"
    field = 5


class OwnSet(Slots):
    __slots__ = ()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class OwnDelete(Slots):
    __slots__ = ()

    def __delattr__(self, name):
        object.__delattr__(self, name)


def attempt(change, *arguments):
    try:
        change(*arguments)
    except (AttributeError, TypeError) as error:
        print(change.__name__, error, getattr(error, "name", None), getattr(error, "obj", 0) is arguments[0])


for thing in Slots(), OwnSet(), OwnDelete(), 5, [], object(), len:
    for name in "missing", "field", "__dict__", "__class__":
        attempt(setattr, thing, name, 1)
        attempt(delattr, thing, name)
