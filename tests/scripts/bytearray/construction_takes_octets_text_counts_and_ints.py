# bytearray() takes what has octets, an iterable of ints, a count of zeros, or text with an encoding.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Index:
    def __index__(self):
        return 3

    def __bytes__(self):
        return b'not asked'


class WrongIndex:
    def __index__(self):
        raise TypeError('no')

    def __iter__(self):
        return iter([1, 2])


class Refusing:
    def __iter__(self):
        raise TypeError('mine')


for source in (b'abc', bytearray(b'abc'), memoryview(b'abcdef')[1:3], memoryview(b'abcdef')[::2], 4, True, Index(),
               WrongIndex(), [1, 2], (255,), range(3), {7: 8}, iter([5]), (x for x in (1, 2)), [256], [-1], ['a'], -1,
               10**30, 'text', None, 1.5, object(), Refusing(), [2**70]):
    show(lambda: bytearray(source))
show(lambda: bytearray())
show(lambda: bytearray(source=b'x'))
for arguments in (('é', 'utf-8'), ('é', 'latin-1'), ('é', 'ascii'), ('é', 'ascii', 'ignore'), ('é', 'unheard-of'),
                  (b'x', 'utf-8'), ('x', 3), ('x', 'utf-8', 3), ('x', None), (1, 2, 3, 4)):
    show(lambda: bytearray(*arguments))
show(lambda: bytearray(encoding='utf-8'))
show(lambda: bytearray('x', errors='strict'))
show(lambda: bytearray(3, errors='strict'))
show(lambda: bytearray(b'x', source=b'y'))
show(lambda: bytearray(unknown=1))

array = bytearray.__new__(bytearray, 1, 2, x=3)
print(array)
array.__init__(b'first')
array.__init__([1, 2])
print(array)
array.__init__()
print(array, bool(array), len(array))
show(lambda: bytearray.__new__(bytes))
