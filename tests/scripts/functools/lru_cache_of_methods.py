from functools import lru_cache


class Circle:
    def __init__(self, r):
        self.r = r

    @lru_cache
    def area(self, k):
        print("area")
        return self.r * k


c, d = Circle(2), Circle(3)
print(c.area(3), c.area(3), d.area(3), Circle.area.cache_info())
