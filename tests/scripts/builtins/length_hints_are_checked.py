# since 3.14
# list() asks before it collects, bytes() too; tuple() does not ask.
import operator


class Hinting:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint("hint")
        return self.hint

    def __iter__(self):
        return iter([1, 2])


def extended(items):
    made = []
    made.extend(items)
    return made


for hint in (0, 3, True, -1, 2**100, -(2**100), "x", 1.5, None, NotImplemented, ValueError, TypeError, KeyError):
    for make in (list, bytes, tuple, lambda items: [*items], extended, operator.length_hint):
        try:
            print(hint, make(Hinting(hint)))
        except Exception as error:
            print(hint, type(error).__name__, error)
