from itertools import *


def reenter():
    yield next(left)


left, right = tee(reenter())
try:
    next(left)
except (RuntimeError, ValueError) as error:
    print(error)
