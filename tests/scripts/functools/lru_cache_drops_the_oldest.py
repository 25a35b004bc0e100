from functools import lru_cache


hot = lru_cache(maxsize=100)(lambda n: n)
for i in range(5000):
    hot(i % 150)
    hot(i % 10)
print(hot.cache_info())
