# __index__ methods and iterables that change the array they are used with.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray()


class Clearing:
    def __index__(self):
        array.clear()
        return 1


def with_fresh(function):
    array[:] = b'abcdef'
    show(function)
    print(array)


with_fresh(lambda: array.__setitem__(3, Clearing()))
with_fresh(lambda: array.__setitem__(Clearing(), 1))
with_fresh(lambda: array[Clearing():5])
with_fresh(lambda: array.__setitem__(slice(Clearing(), 5), b'xyz'))
with_fresh(lambda: array.__delitem__(slice(Clearing(), 5)))
with_fresh(lambda: array.__setitem__(slice(1, 4), (Clearing() for _ in range(3))))
with_fresh(lambda: array.insert(3, Clearing()))
with_fresh(lambda: array.insert(Clearing(), 3))
with_fresh(lambda: array.append(Clearing()))
with_fresh(lambda: array.find(b'', Clearing()))
with_fresh(lambda: array.pop(Clearing()))
with_fresh(lambda: array * Clearing())
with_fresh(lambda: array.extend(Clearing() for _ in range(3)))
with_fresh(lambda: array.remove(Clearing()))
with_fresh(lambda: Clearing() in array)
with_fresh(lambda: array.split(None, Clearing()))
with_fresh(lambda: array.center(Clearing()))

array[:] = b'abc'
seen = []
for octet in array:
    seen.append(octet)
    if len(array) < 6:
        array.append(octet + 32 - 64)
print(seen, array)
walk = iter(array)
next(walk)
print(walk.__length_hint__())
array.clear()
print(walk.__length_hint__(), list(walk))
array += b'more'
print(list(walk))
