# append, extend, insert, pop, remove, reverse, clear and copy.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Refusing:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


array = bytearray(b'abc')
for value in (100, 256, -1, 10**30, 'x', 1.5, None, b'x'):
    show(lambda: array.append(value))
    show(lambda: array.remove(value))
    show(lambda: array.insert(1, value))
print(array)
for source in (b'', b'12', bytearray(b'3'), memoryview(b'45'), memoryview(b'456')[::2], [1, 2], range(3), iter([9]),
               (x for x in (1, 300)), ['a'], '', 'ab', 3, None, Refusing(TypeError('mine')),
               Refusing(ValueError('mine'))):
    show(lambda: array.extend(source))
print(array)
array = bytearray(b'abc')
array.extend(array)
array.extend(iter(array[:2]))
print(array)
for index in (0, 1, 2, 9, -1, -2, -50):
    array.insert(index, 48)
    print(array)
show(lambda: array.insert(2**70, 1))
show(lambda: array.insert('x', 1))
while len(array) > 10:
    print(array.pop(), array.pop(0), array.pop(-2), array)
show(lambda: array.pop(10))
show(lambda: array.pop(-11))
show(lambda: array.pop('x'))
show(lambda: array.remove(48))
array.reverse()
print(array)
copy = array.copy()
array.clear()
print(copy, array)
show(lambda: array.pop())
show(lambda: array.remove(1))
show(lambda: array.append())
show(lambda: array.clear(1))
