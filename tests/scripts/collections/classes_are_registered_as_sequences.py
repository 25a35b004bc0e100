from collections.abc import *


class Mine:
    pass


Sequence.register(Mine)
print(isinstance(Mine(), Sequence), issubclass(Mine, Reversible), list[int], Sequence[int], Mapping[str, int])
