# What `mro` a class has is asked of its metaclass, also where the class is a metaclass itself and inherits one.
class S(type):
    pass


class N(type, metaclass=S):
    pass


print(type(N).__name__, [cls.__name__ for cls in N.__mro__])


class C(metaclass=N):
    pass


print(type(C).__name__, [cls.__name__ for cls in C.__mro__])


class Asked(type):
    def __getattribute__(cls, name):
        print('asked for', name)
        return type.__getattribute__(cls, name)

    def mro(cls):
        return [cls, str, object]


class D(str, metaclass=Asked):
    pass


print(len(type.mro(D)))
