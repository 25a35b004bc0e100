class Broken:
    def __iter__(self):
        return 5


class Stuck:
    __iter__ = None


for value in (Broken(), Stuck()):
    try:
        iter(value)
    except TypeError as error:
        print(error)
