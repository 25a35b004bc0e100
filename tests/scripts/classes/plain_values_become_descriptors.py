# Places that have read a class attribute see when its class gets __get__, __set__ or __delete__ later.
class Plain:
    pass


class Getting:
    def __get__(self, instance, owner=None):
        return "got"


class Owner:
    value = Plain()
    method = Plain()


def of_instance(instance):
    return instance.value


def of_class():
    return Owner.value


def show(*values):
    print(*(value if isinstance(value, str) else type(value).__name__ for value in values))


class Below(Owner):
    pass


for _ in range(3):
    show(of_instance(Owner()), of_instance(Below()), of_class())
Plain.__get__ = lambda *_: "added"
show(of_instance(Owner()), of_instance(Below()), of_class())
del Plain.__get__
show(of_instance(Owner()), of_instance(Below()), of_class())
Owner.value.__class__ = Getting
show(of_instance(Owner()), of_instance(Below()), of_class())


# A data descriptor hides what the instance has.
class Late:
    def __get__(self, instance, owner=None):
        return "from the descriptor"


class Holder:
    x = Late()


def read(holder):
    return holder.x


def write(holder):
    holder.x = "written"


holder = Holder()
holder.x = "own"
show(read(holder), read(holder))
Late.__set__ = lambda self, instance, value: print("set to", value)
show(read(holder))
write(holder)
del Late.__set__
show(read(holder))
write(holder)
Late.__delete__ = lambda self, instance: None
show(read(holder))
try:
    write(holder)
except AttributeError as error:
    print(error)


# A class as an attribute becomes one by its metaclass.
class Meta(type):
    pass


class Inner(metaclass=Meta):
    pass


Owner.inner = Inner


def read_inner():
    return Owner().inner


show(read_inner(), read_inner())
Meta.__get__ = lambda cls, instance, owner: "inner got"
show(read_inner())
