from functools import lru_cache


@lru_cache
def plain(*args, **kwargs):
    return len(args) + len(kwargs)


for use in (lambda: plain([]), lambda: lru_cache(maxsize="a"), lambda: lru_cache(1, 2)(5)):
    try:
        use()
    except TypeError as error:
        print(error)
