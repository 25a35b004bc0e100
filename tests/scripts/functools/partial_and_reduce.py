from functools import partial, reduce, partialmethod

basetwo = partial(int, base=2)
print(basetwo("101"), basetwo.func, basetwo.args, basetwo.keywords)


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, a=2)
print(p(3, b=4), p(a=5), partial(p, 9, c=7)(), partial(p, 9).args, partial(p, 9).func is show)
p.note = "x"
print(p.note, repr(partial(print, 1, b=2)), p.__dict__)
for use in (lambda: partial(), lambda: partial(5), lambda: partial(len)()):
    try:
        use()
    except TypeError as error:
        print(error)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, *more):
        self.alive = state
        return more

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, 1)


c = Cell()
print(c.set_alive(), c.alive, c.set_dead(2), c.alive)
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 5), reduce(max, [3, 9, 2]),
      reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(lambda a, b: a, [7]))
for use in (lambda: reduce(max, []), lambda: reduce(max, 5)):
    try:
        use()
    except TypeError as error:
        print(error)
print(sorted(map(partial(pow, 2), range(5)), reverse=True))
