from functools import lru_cache


@lru_cache(maxsize=2)
def square(n, *, verbose=False):
    """Squares."""
    print("computing", n)
    return n * n


print(square(1), square(2), square(1), square(3), square(1), square(2), square(1, verbose=True))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())
