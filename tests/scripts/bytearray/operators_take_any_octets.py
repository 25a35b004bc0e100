# +, *, %, in, comparisons and their in-place forms; results have the class of the left operand.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


class Other:
    def __radd__(self, other):
        return 'radd'

    def __rmul__(self, other):
        return 'rmul'


array = bytearray(b'ab')
for other in (b'c', bytearray(b'c'), memoryview(b'c'), b'', 'c', 3, None, [1], memoryview(b'abc')[::2], Other()):
    show(lambda: array + other)
    show(lambda: b'x' + array if other == b'c' else other.__class__.__name__)
for count in (0, 1, 3, -1, True, 1.5, 'x', None, b'x', array, Other()):
    show(lambda: array * count)
show(lambda: 2 * array)
show(lambda: 1.5 * array)
show(lambda: array - 1)
show(lambda: [1] + array)
show(lambda: 'x' + array)
show(lambda: memoryview(b'x') + array)
show(lambda: array * 2**62)
array += b'cd'
array += array[:1]
array *= 2
print(array)
array *= -5
print(array)
for other in ('c', 3, None, [1], (1, 2)):
    show(lambda: array.__iadd__(other))
show(lambda: array.__imul__(1.5))

for other in (b'abc', bytearray(b'abd'), memoryview(b'ab'), 'abc', 3, [97]):
    array = bytearray(b'abc')
    show(lambda: (array == other, array != other, other == array))
    show(lambda: array < other)
    show(lambda: other >= array)
    show(lambda: array <= other)
for item in (97, 256, -1, b'bc', bytearray(b'ab'), b'', 'a', None, 1.5):
    show(lambda: item in array)
show(lambda: array in b'xabcx')
show(lambda: hash(array))
show(lambda: sorted([bytearray(b'b'), b'a', bytearray(b'')]))
show(lambda: bytearray(b'%s-%b-%c-%d-%5.1f') % (bytearray(b'a'), memoryview(b'b'), bytearray(b'c'), 1, 2))
show(lambda: b'%s' % array)
show(lambda: b'%a %r' % (array, array))
show(lambda: bytearray(b'%(k)s') % {b'k': b'v'})
show(lambda: bytearray(b'%s%s') % b'x')
show(lambda: b'x' % array)
show(lambda: 'x' % array)
show(lambda: array.__rmod__(b'%s'))
show(lambda: sum([], bytearray()))
match array:
    case [*_]:
        print('sequence')
    case bytearray(found):
        print('itself', found)
