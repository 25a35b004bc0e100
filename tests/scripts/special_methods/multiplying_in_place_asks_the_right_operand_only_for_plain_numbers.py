# since 3.14
# `x *= sequence` repeats the sequence only where x has no slots of a sequence itself, as instances of classes have.
class Index:
    def __index__(self):
        return 2


def try_it(left, right):
    try:
        left *= right
        print(left)
    except TypeError as error:
        print(error)


for left in ({1}, {}, {}.keys(), frozenset(), range(2), None, 1.5, 2, True, len, Index(), object(), int, [1], (1,), "a"):
    try_it(left, [1])
    try_it(left, "ab")
print(Index() * [1], [1] * Index())
