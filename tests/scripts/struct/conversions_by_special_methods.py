import struct


class Index:
    def __index__(self):
        return 7


class Real:
    def __float__(self):
        return 2.5


class Failing:
    def __index__(self):
        raise ValueError("no index")

    def __float__(self):
        raise KeyError("no float")

    def __bool__(self):
        raise ZeroDivisionError("no truth")


print(struct.pack("<bqfd?", Index(), Index(), Index(), Real(), Index()))
for code in "iQfd?":
    for value in (Real(), Failing()):
        try:
            print(code, struct.pack(code, value))
        except Exception as error:
            print(code, type(error).__name__, error)
