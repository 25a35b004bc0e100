from functools import *


@total_ordering
class Greater:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n


a, b = Greater(1), Greater(2)
print(a < b, a <= b, a > b, a >= b, a <= a, a < a)
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)
