# Items and slices of any step are read, assigned and deleted.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray(b'abcdef')
print(array[0], array[-1], array[1:3], array[::-2], array[4:1], array[::2])
for key in (6, -7, 10**30, 'x', 1.5, None, slice(0, 0, 0), slice('a', 1)):
    show(lambda: array[key])
    show(lambda: array.__setitem__(key, 1))
    show(lambda: array.__delitem__(key))
for value in (256, -1, 10**30, 'x', 1.5, None, b'x'):
    show(lambda: array.__setitem__(0, value))
for value in (1.5, 3, 'x', None, object(), [256], ['x']):
    show(lambda: array.__setitem__(slice(0, 1), value))
print(array)


def changed(key, value):
    array = bytearray(b'abcdef')
    array[key] = array if value is None else value
    return array


for start, stop, step in ((0, 0, None), (0, 2, None), (2, 4, 1), (4, 2, 1), (6, 9, None), (None, None, None),
                          (None, None, 2), (None, None, -2), (4, 1, -1), (1, 1, 3)):
    for value in (b'', b'1', b'123', bytearray(b'12345678'), memoryview(b'1-2-3-')[::2], [9, 8], iter([7]), None):
        show(lambda: changed(slice(start, stop, step), value))


def without(key):
    array = bytearray(range(65, 75))
    del array[key]
    return array


for key in (0, -1, 5, slice(0, 3), slice(3, 3), slice(7, None), slice(None), slice(0, 9, 2), slice(8, 0, -3),
            slice(None, None, -1), slice(5, 2), slice(3, 3, 2)):
    print(key, without(key))
