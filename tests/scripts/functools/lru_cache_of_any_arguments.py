from functools import lru_cache


@lru_cache
def plain(*args, **kwargs):
    return len(args) + len(kwargs)


print(plain(1, 2), plain(1, 2), plain(1, a=2), plain(1, a=2), plain(), plain("x"), plain(("x",)), plain.cache_info())
print(lru_cache(maxsize=0)(len)("abc"), lru_cache(maxsize=-5)(len).cache_info())
