from functools import partialmethod

print(repr(partialmethod(len, 1, key=2)))
