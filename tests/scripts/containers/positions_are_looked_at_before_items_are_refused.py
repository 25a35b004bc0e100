# By sequences, and by the instances of all classes.
class Plain:
    pass


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Bad:
    def __index__(self):
        return "a"


class Whole(int):
    pass


for value in (Plain(), Whole(), (1,), "a", b"a", range(3), {1}, frozenset(), Plain, 5, None):
    for key in (1, True, 10**30, -10**30, Index(1), Index(10**30), Bad(), "a", None, slice(1)):
        results = []
        try:
            del value[key]
        except (TypeError, IndexError) as error:
            results.append(str(error))
        try:
            value[key] = 1
        except (TypeError, IndexError) as error:
            results.append(str(error))
        print(type(value).__name__, type(key).__name__, *results, sep=", ")
