def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [], {})))
show(lambda: (slice(None, None, 2).indices(7), slice(-3, None).indices(5), slice(None, None, -1).indices(5), slice(10, 0, -3).indices(5)))
show(lambda: (slice(1) == slice(None, 1, None), slice(1, 2) < slice(1, 3), slice(1) != slice(2)))
show(lambda: (slice(1, 2, 3).start, slice(1, 2, 3).stop, slice(1, 2, 3).step))
show(lambda: hash(slice(1, 2, 3)))
show(lambda: slice())
show(lambda: slice(1, 2, 3, 4))
show(lambda: slice(1).indices())
show(lambda: slice(1).indices('a'))
show(lambda: slice(1).indices(-1))
show(lambda: slice(None, None, 0).indices(5))
show(lambda: hash(slice(1, [])))
show(lambda: [1, 2, 3][::0])
show(lambda: (list(range(20))[slice(-100, 100, 7)], list(range(20))[100:-100:-7], list(range(5))[10**30:-10**30:-1]))
