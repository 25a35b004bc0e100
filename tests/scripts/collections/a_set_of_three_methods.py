from collections.abc import *


class Ten(Set):
    def __init__(self, items=range(10)):
        self.items = frozenset(items)

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(sorted(self.items))

    def __len__(self):
        return len(self.items)


u = Ten()
print(sorted(u & {1, 2, 99}), len(u | {99}), sorted(u - {0, 1, 2, 3, 4, 5}), sorted(u ^ {9, 10}), u == set(range(10)),
      u > {1}, u.isdisjoint([77]), {5} < u)
