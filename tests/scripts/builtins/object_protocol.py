o = object()
print(type(o), o == o, o != object(), repr(o)[:15], str(o).startswith("<object object at 0x"), isinstance(o, object), hash(o) == hash(o))
print(object.__doc__ is not None, object.__name__, (5).__eq__(5), (5).__eq__("x"), "a".__len__(), [1].__contains__(1), (5).__add__(3), (5).__add__("x"), int.__add__(1, 2))
for call in (lambda: object().x, lambda: setattr(object(), "x", 1)):
    try:
        call()
    except AttributeError as error:
        print(error)
