from collections.abc import *


try:
    MutableMapping()
except TypeError as error:
    print(error)


class Half(Mapping):
    def __len__(self):
        return 0


try:
    Half()
except TypeError as error:
    print(error)
