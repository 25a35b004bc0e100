from functools import *


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Version) else NotImplemented


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a >= a, a <= a, Version.__ge__.__name__)
try:
    a <= 5
except (TypeError, AttributeError) as error:
    print(type(error).__name__)
