# What bytes can do a bytearray can do, too, and gives new bytearrays; arguments may be either.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray(b'  Hello, World\t9 ')
other = memoryview(b'l')
for name in ('capitalize', 'lower', 'upper', 'swapcase', 'title', 'strip', 'lstrip', 'rstrip', 'split', 'rsplit',
             'splitlines', 'expandtabs', 'decode', 'hex', 'isalnum', 'isalpha', 'isascii', 'isdigit', 'islower',
             'isspace', 'istitle', 'isupper'):
    show(lambda: getattr(array, name)())
for name in ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith', 'partition', 'rpartition', 'split',
             'rsplit', 'strip', 'removeprefix', 'removesuffix'):
    for argument in (b'l', bytearray(b'o'), other, b'', 108, 'l', None, 300, bytearray(b'  ')):
        show(lambda: getattr(array, name)(argument))
show(lambda: array.find(b'o', 8, -1))
show(lambda: array.startswith((b'x', bytearray(b'  H')), 0))
show(lambda: array.replace(bytearray(b'l'), other, 2))
show(lambda: array.replace(b'', b'-', 3))
show(lambda: array.translate(bytearray(range(256)), bytearray(b'l')))
show(lambda: bytearray.maketrans(bytearray(b'ab'), other))
show(lambda: bytearray.maketrans(bytearray(b'a'), b'b')[95:100])
show(lambda: bytearray(b'-7').zfill(5))
show(lambda: bytearray(b'a').center(4, bytearray(b'*')) + bytearray(b'a').ljust(3) + bytearray(b'a').rjust(3, b'.'))
show(lambda: bytearray(b'ab').hex(':', 1))
show(lambda: bytearray(b'ab').hex(bytearray(b':')))
show(lambda: bytearray(b', ').join([b'a', bytearray(b'b'), memoryview(b'c')]))
show(lambda: b', '.join([b'a', bytearray(b'b'), memoryview(b'c')]))
show(lambda: bytearray(b'x').join([bytearray(b'only')]))
show(lambda: b'x'.join([b'', 1]))
show(lambda: b'a b'.partition(bytearray(b' ')))
show(lambda: bytearray(b'a\xff').decode())
show(lambda: bytearray(b'a\xff').decode('ascii', 'replace'))
array = bytearray(b'x')
for same in (array.strip(), array[:], array.replace(b'y', b''), array.center(0), array.zfill(1), array + b'', array * 1,
             array.lower(), array.removeprefix(b'-'), array.copy(), array.split()[0], array.partition(b'-')[0]):
    print(same, same is array)
show(lambda: bytearray.find(b'x', b'x'))
show(lambda: bytes.find(bytearray(b'x'), b'x'))
show(lambda: bytearray.append(b'x', 1))
show(lambda: bytearray.__len__(b''))
