# since 3.14
from collections import deque

d = deque([1, 2, 3])


def grow(iterable):
    for _ in iterable:
        d.append(1)


def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: deque(1))
show(lambda: deque([1], -1))
show(lambda: deque([1], 'a'))
show(lambda: deque().pop())
show(lambda: deque().popleft())
show(lambda: deque([1])[5])
show(lambda: deque([1])['a'])
show(lambda: deque([1])[0:1])
show(lambda: deque([1]).__setitem__(7, 1))
show(lambda: deque([1]).__delitem__(7))
show(lambda: deque([1]).index(9))
show(lambda: deque([1]).index(1, 1))
show(lambda: deque([1]).remove(9))
show(lambda: deque([1], 1).insert(0, 1))
show(lambda: deque([1]).insert('a', 1))
show(lambda: deque() + [1])
show(lambda: deque() * 'a')
show(lambda: deque() < 5)
show(lambda: deque().rotate('a'))
show(lambda: deque().extend(5))
show(lambda: deque().count())
show(lambda: grow(d))
show(lambda: grow(reversed(d)))
show(lambda: setattr(d, 'other', 1))
