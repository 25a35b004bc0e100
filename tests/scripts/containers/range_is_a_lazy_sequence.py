# since 3.14
def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (range(5), range(1, 5), range(1, 5, 2), range(0)))
show(lambda: (list(range(5, 0, -2)), list(range(0, -5)), list(range(0, 10, 3))))
show(lambda: (range(10)[3], range(10)[-1], range(10)[2:8:2], range(10)[::-1], range(10)[5:], range(0, 10, 3)[1:]))
show(lambda: (len(range(0, 10, 3)), len(range(10, 0)), bool(range(0)), bool(range(1))))
show(lambda: (5 in range(10), 10 in range(10), 3.0 in range(5), 3.5 in range(5), 'a' in range(5), True in range(2), 4 in range(0, 10, 3)))
show(lambda: (range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(1) == range(1, 2), range(3) != range(4), range(3) == [0, 1, 2]))
show(lambda: (hash(range(5)) == hash(range(0, 5, 1)), hash(range(0)) == hash(range(5, 5)), hash(range(3)), hash(range(0, 1, 7))))
show(lambda: (range(10).index(4), range(0, 10, 3).index(9), range(10).count(3), range(10).count(30)))
show(lambda: (range(10**30)[10**29], 10**25 in range(10**30), range(10**30).index(10**20), list(range(10**20, 10**20 + 3))))
show(lambda: (range(-10**30, 10**30, 10**29)[3], list(reversed(range(10**20, 10**20 + 3))), list(reversed(range(0, 10, 3)))))
show(lambda: (range(10**30)[::-1], range(10**30)[5:-5:10**28]))
show(lambda: (range(5).start, range(5).stop, range(5).step))
show(lambda: range())
show(lambda: range(1, 2, 3, 4))
show(lambda: range('a'))
show(lambda: range(1.5))
show(lambda: range(1, 2, 0))
show(lambda: range(5)[10])
show(lambda: range(5)['a'])
show(lambda: range(5).index(7))
show(lambda: range(5).index('a'))
show(lambda: range(stop=5))
show(lambda: range(5) < range(6))
show(lambda: len(range(10**30)))
