from functools import cache, lru_cache


@lru_cache(maxsize=2)
def square(n, *, verbose=False):
    """Squares."""
    print("computing", n)
    return n * n


print(square(1), square(2), square(1), square(3), square(1), square(2), square(1, verbose=True))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@lru_cache(typed=True)
def kind(x, y=None):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(x=1), kind.cache_info())


@lru_cache
def plain(*args, **kwargs):
    return len(args) + len(kwargs)


print(plain(1, 2), plain(1, 2), plain(1, a=2), plain(1, a=2), plain(), plain("x"), plain(("x",)), plain.cache_info())
print(lru_cache(maxsize=0)(len)("abc"), lru_cache(maxsize=-5)(len).cache_info())


class Circle:
    def __init__(self, r):
        self.r = r

    @lru_cache
    def area(self, k):
        print("area")
        return self.r * k


c, d = Circle(2), Circle(3)
print(c.area(3), c.area(3), d.area(3), Circle.area.cache_info())
for use in (lambda: plain([]), lambda: lru_cache(maxsize="a"), lambda: lru_cache(1, 2)(5)):
    try:
        use()
    except TypeError as error:
        print(error)
hot = lru_cache(maxsize=100)(lambda n: n)
for i in range(5000):
    hot(i % 150)
    hot(i % 10)
print(hot.cache_info())
