# since 3.14
# Subscripts, membership, iteration and len() call what the type has, bound as an attribute is.
import operator
from _matrix import show


class Items:
    def __iter__(self):
        return self

    def __init__(self):
        self.left = 2

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left


def delete(x):
    del x[1]


def assign(x):
    x[1] = 2


def loop(x):
    return [item for item in x]


def walk(x):
    for item in x:
        return item


def unpack(x):
    a, b = x
    return a, b


def delegate(x):
    def generator():
        yield from x
    return tuple(generator())


def end_at_3():
    values = iter(range(3))
    return lambda: next(values)


show('__getitem__', 'item', lambda x: x[1], lambda x: x[1:2], lambda x: operator.getitem(x, 1), lambda x: '%(a)s' % x,
     lambda x: '{0[a]}'.format(x), lambda x: next(iter(x)))
show('__setitem__', None, assign, lambda x: operator.setitem(x, 1, 2))
show('__delitem__', None, delete, lambda x: operator.delitem(x, 1))
show('__contains__', 1, lambda x: 3 in x, lambda x: 3 not in x, lambda x: operator.contains(x, 3),
     lambda x: 'yes' if 3 in x else 'no')
show('__iter__', Items, loop, walk, unpack, tuple, lambda x: len(list(x)), lambda x: 1 in x, lambda x: (*x,), delegate,
     lambda x: next(iter(x)), lambda x: max(x), lambda x: dict(a=1, **dict.fromkeys('bc', sum(x))), lambda x: print(*x))
show('__next__', 'item', next, lambda x: next(x, 9))
show('__next__', 'item', walk, lambda x: next(iter(x)), lambda x: next(zip(x, [1])), lambda x: next(map(str, x)),
     make=lambda name, attribute: type('C', (), {name: attribute, '__iter__': lambda self: self})())
show('__reversed__', Items, reversed, lambda x: next(reversed(x)))
show('__missing__', 'default', lambda x: x['key'], lambda x: x.get('key'), bases=(dict,))
show('__length_hint__', 2, lambda x: list(x),
     make=lambda name, attribute: type('C', (), {name: attribute, '__iter__': lambda self: iter([1])})())
show('keys', lambda: ['a'], lambda x: dict(x), lambda x: {**x},
     make=lambda name, attribute: type('C', (), {name: attribute, '__getitem__': lambda self, key: 1})())
