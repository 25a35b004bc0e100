from functools import *


class Data:
    def __init__(self):
        self.calls = 0

    @cached_property
    def value(self):
        """The value."""
        self.calls += 1
        return self.calls * 10


d = Data()
print(d.value, d.value, d.calls, d.__dict__, Data.value.__doc__)
del d.value
print(d.value, d.calls)
d.value = 5
print(d.value)
