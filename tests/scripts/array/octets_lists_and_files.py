# tobytes, frombytes, tolist, fromlist, tofile, fromfile, byteswap; buffers of arrays.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


import io
from array import array

numbers = array('i', [1, 2])
print(numbers.tobytes(), numbers.tolist(), numbers.buffer_info()[1], bytes(numbers), bytearray(numbers))
for source in (b'abc', b'abcd', bytearray(b'\1\0\0\0'), memoryview(b'abcd'), 'x', 3, array('d', [1.0]),
               memoryview(b'abcdefgh')[::2], numbers):
    show(lambda: numbers.frombytes(source))
for source in ([], [7, 8], [1, 'x'], (1,), [2**40]):
    show(lambda: numbers.fromlist(source))
print(numbers)
numbers.byteswap()
print(numbers)
numbers.byteswap()

file = io.BytesIO(b'\1\0\0\0\2\0\0\0\3\0\0\0\4\0')
numbers = array('i')
show(lambda: numbers.fromfile(file, 2))
show(lambda: numbers.fromfile(file, -1))
show(lambda: numbers.fromfile(file, 'x'))
show(lambda: numbers.fromfile(file, 2))
show(lambda: numbers.fromfile(io.BytesIO(b'\5\0\0\0'), 2))
show(lambda: numbers.fromfile(io.StringIO('abcd'), 1))
show(lambda: numbers.fromfile(3, 1))
file = io.BytesIO()
show(lambda: numbers.tofile(file))
show(lambda: numbers.tofile(3))
print(numbers, file.getvalue())

view = memoryview(array('h', [1, -2, 3]))
print(view.format, view.itemsize, view.shape, view.readonly, view.tolist(), view.nbytes)
view[0] = 9
print(view.obj, int.from_bytes(array('h', [1, 2]), 'little'), b''.join([array('h', [1]), b'x']))
view = memoryview(numbers)
for change in (lambda: numbers.append(1), lambda: numbers.pop(), lambda: numbers.extend([]),
               lambda: numbers.extend([1]), lambda: numbers.__imul__(1), lambda: numbers.__imul__(2),
               lambda: numbers.__setitem__(slice(0, 2), array('i', [1, 2])),
               lambda: numbers.__setitem__(slice(0, 2), array('i', [1])), lambda: numbers.__delitem__(0),
               lambda: numbers.__delitem__(slice(0, 0)), lambda: numbers.insert(0, 1), lambda: numbers.reverse(),
               lambda: numbers.frombytes(b''), lambda: numbers.frombytes(b'abcd'), lambda: numbers.fromlist([]),
               lambda: numbers.fromlist([1]), lambda: numbers.clear(), lambda: numbers.append('x')):
    show(change)
view.release()
numbers.append(1)
print(numbers)
