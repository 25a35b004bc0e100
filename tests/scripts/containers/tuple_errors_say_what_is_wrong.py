empty = ()


def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: () + 1)
show(lambda: () * 1.5)
show(lambda: ()[1])
show(lambda: empty['a'])
show(lambda: ().index(1))
show(lambda: (1, 2).count())
show(lambda: tuple(5))
show(lambda: tuple(1, 2))
show(lambda: tuple(iterable=[1]))
show(lambda: (1,) < ('a',))
show(lambda: hash(([],)))
show(lambda: tuple.__new__(list))
