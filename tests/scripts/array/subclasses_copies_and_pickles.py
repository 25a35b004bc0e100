# Derived classes, copies, and the layouts of pickled arrays.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


import array
import collections.abc
import copy
import weakref


class Named(array.array):
    pass


named = Named('i', [1, 2])
named.name = 'x'
print(named, type(named[:]).__name__, type(named + named).__name__, type(copy.copy(named)).__name__)
for value in (array.array('i', [1, 2]), array.array('d', [1]), array.array('w', 'ab'), array.array('b'), named):
    for protocol in (2, 4):
        print(value.__reduce_ex__(protocol)[1:])
    print(copy.copy(value), copy.deepcopy(value), copy.copy(value) is value)
show(lambda: value.__reduce_ex__('x'))
make = array._array_reconstructor
for arguments in (('i', 8, b'abcd'), ('i', 9, b'\0\0\0\1'), ('d', 17, b'\x3f\xf0\0\0\0\0\0\0'), ('w', 20, b'a\0\0\0'),
                  ('w', 18, b'a\0'), ('w', 18, b'a\0b\0'), ('x', 8, b''), ('i', 80, b''), ('i', 8, ''), ('i', 0, b'ab'),
                  ('i', 8, b'abc'), ('i', 4, b'abc'), ('i', 3, b'\1\2\3\4'), ('f', 16, b'\0\0\0\0\0\0\xf0?')):
    show(lambda: make(array.array, *arguments))
show(lambda: make(list, 'i', 8, b''))
show(lambda: make(3, 'i', 8, b''))
show(lambda: array.array[int])
show(lambda: isinstance(named, collections.abc.MutableSequence))
show(lambda: weakref.ref(named)() is named)
show(lambda: array.array.append([], 1))
show(lambda: array.array.__len__([]))
show(lambda: setattr(named, 'typecode', 'd'))
