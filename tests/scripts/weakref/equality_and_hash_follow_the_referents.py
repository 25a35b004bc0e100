import gc
import weakref


class Name(str):
    pass


class Plain:
    pass


def make():
    a, b, c = Name("x"), Name("x"), Name("y")
    first, second, third = weakref.ref(a), weakref.ref(b), weakref.ref(c)
    print(first == second, first != second, first == third, first == a)
    print(hash(first) == hash("x"), len({first, second, third}))
    return first, second


first, second = make()
gc.collect()
print(first == second, first == first, hash(first) == hash("x"))
try:
    hash(second)
except TypeError as error:
    print("second:", error)


def unhashed():
    return weakref.ref(Plain())


late = unhashed()
gc.collect()
try:
    hash(late)
except TypeError as error:
    print(error)
try:
    weakref.ref(Plain) < weakref.ref(Name)
except TypeError as error:
    print(error)
