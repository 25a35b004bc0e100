# Reading, assigning and deleting items and slices; slices take arrays of the same kind only.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


from array import array

numbers = array('i', range(6))
print(numbers[0], numbers[-1], numbers[1:3], numbers[::-2], numbers[5:2])
for key in (6, -7, 10**30, 'x', 1.5, None, slice(0, 0, 0), slice('a', 1)):
    show(lambda: numbers[key])
    show(lambda: numbers.__setitem__(key, 1))
    show(lambda: numbers.__delitem__(key))
for value in (2**31, 'x', 1.5, None, array('b', [1]), [1], array('i', [1]), array('i')):
    show(lambda: numbers.__setitem__(0, value))
    show(lambda: numbers.__setitem__(slice(0, 1), value))
    show(lambda: numbers.__setitem__(slice(0, 4, 2), value))
    print(numbers)


def changed(key, value):
    numbers = array('h', range(6))
    numbers[key] = numbers if value is None else value
    return numbers


def without(key):
    numbers = array('d', range(6))
    del numbers[key]
    return numbers


for key in (slice(0, 0), slice(1, 3), slice(4, 2), slice(None), slice(None, None, 2), slice(None, None, -1)):
    for value in (array('h'), array('h', [9]), array('h', [9, 8, 7]), None):
        show(lambda: changed(key, value))
    print(without(key))
print(without(0), without(-1), without(slice(5, 0, -2)))
