# A class that has one of __setitem__ and __delitem__ misses the other by its name.
class Setting:
    def __setitem__(self, key, value):
        print("set", key, value)


class Deleting:
    def __delitem__(self, key):
        print("delete", key)


class Neither:
    pass


def attempt(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def put(value, key):
    value[key] = "x"


def drop(value, key):
    del value[key]


for value in (Setting(), Deleting(), Neither()):
    for key in (1, "a"):
        attempt(lambda: put(value, key))
        attempt(lambda: drop(value, key))
