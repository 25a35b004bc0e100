from functools import lru_cache


@lru_cache(typed=True)
def kind(x, y=None):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(x=1), kind.cache_info())
