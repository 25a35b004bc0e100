from collections import namedtuple

Point = namedtuple('Point', 'x y')
Three = namedtuple('Three', 'x y z', defaults=[7])


def show(function):
    try:
        print(repr(function()))
    except BaseException as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: Point(1))
show(lambda: Point())
show(lambda: Point(1, 2, 3))
show(lambda: Point(1, 2, z=3))
show(lambda: Point(1, 2, x=3))
show(lambda: Three(x=1))
show(lambda: Three(y=1))
show(lambda: Three())
show(lambda: Point._make([1]))
show(lambda: Point(1, 2)._replace(z=5, w=1))
show(lambda: namedtuple('A', '1a b'))
show(lambda: namedtuple('A', 'a a'))
show(lambda: namedtuple('A', 'class b'))
show(lambda: namedtuple('A', '_a'))
show(lambda: namedtuple('1', 'a'))
show(lambda: namedtuple('A', 'a b', defaults=[1, 2, 3]))
show(lambda: Point(1, 2)[2])
show(lambda: Point(1, 2).z)
show(lambda: setattr(Point(1, 2), 'x', 1))
show(lambda: Point(1, 2).__dict__)
