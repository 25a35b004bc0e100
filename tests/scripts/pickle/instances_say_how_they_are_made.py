import copyreg
import pickle


class Plain:
    pass


class Stated:
    def __getstate__(self):
        return 7

    def __setstate__(self, state):
        self.state = state


class Slotted:
    __slots__ = ("a", "b", "__dict__")


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Named:
    def __new__(cls, *, key):
        self = super().__new__(cls)
        self.key = key
        return self

    def __getnewargs_ex__(self):
        return (), {"key": self.key}


class Reduced:
    def __reduce__(self):
        return Plain, (), None, None, None, None


class Listed(list):
    pass


def setter(obj, state):
    obj.set = state


class Set:
    def __reduce__(self):
        return Plain, (), {"x": 1}, None, None, setter


plain = Plain()
plain.x, plain.y = 1, [2]
slotted = Slotted()
slotted.a, slotted.c = 1, 3
listed = Listed([1, 2])
listed.name = "n"
for value in (plain, Plain(), Stated(), slotted, Pair(1, 2), Named(key=3), listed, Set()):
    for protocol in range(6):
        try:
            data = pickle.dumps(value, protocol)
            copy = pickle.loads(data)
            print(protocol, data, type(copy).__name__, getattr(copy, "__dict__", None))
        except Exception as error:
            print(type(error).__name__, error)
print(plain.__reduce__()[0] is copyreg._reconstructor, plain.__reduce_ex__(4)[0] is copyreg.__newobj__)
