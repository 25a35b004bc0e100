from itertools import *


class Counting(count):
    pass


print(next(Counting(3)), isinstance(chain(), chain), repeat(5, 3).__length_hint__())
