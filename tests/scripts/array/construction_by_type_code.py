# array(typecode, initializer): every code, and what may be given with it.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


from array import ArrayType, array, typecodes

print(typecodes, ArrayType is array, array.__module__)
for code in typecodes.replace('u', ''):
    print(code, array(code).itemsize, array(code), array(code).typecode)


class Index:
    def __index__(self):
        return 5


class Float:
    def __float__(self):
        return 2.5


for code in 'bBhHiIlLqQfd':
    show(lambda: array(code, [Index(), True]))
    for value in ('x', None, 1.5, 2**7, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, 2**70, -1, -2**7 - 1,
                  -2**15 - 1, -2**31 - 1, -2**63 - 1):
        show(lambda: array(code, [value]))
show(lambda: array('d', [Float()]))
show(lambda: array('f', [1e300, 0.1, 10**400]))
for source in ('abc', b'abc', b'abcd', bytearray(b'abcd'), memoryview(b'abcd'), array('d', [1, 2]), array('b', [1, 2]),
               array('w', 'a'), [1, 2], (3,), range(3), iter([4]), None, 1):
    show(lambda: array('i', source))
    show(lambda: array('w', source) if isinstance(source, (str, array)) and source[0] in ('a', 'ab') else None)
show(lambda: array('d', array('b', [1, 2])))
show(lambda: array('w', 'a\U0001f600'))
show(lambda: array())
show(lambda: array(3, []))
show(lambda: array('i', [], 3))
show(lambda: array(typecode='i'))
show(lambda: array.__new__(list, 'i'))
