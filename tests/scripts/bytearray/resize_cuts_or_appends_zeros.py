# since 3.14
# resize(), and fromhex() of what has octets.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray(b'abc')
for size in (5, 2, 2, 0, 3, -1, 2**70, 'x', None):
    show(lambda: array.resize(size))
    print(array)
view = memoryview(array)
show(lambda: array.resize(3))
show(lambda: array.resize(2))
for source in (b'61 62', bytearray(b'6162'), memoryview(b'61'), '6 1', '616', '6', 'x', '6x', '6\xe9', b'\xff', b'6\xff', 3,
               None, ''):
    show(lambda: bytes.fromhex(source))
    show(lambda: bytearray.fromhex(source))
show(lambda: b'a'.center(5, b'xx'))
show(lambda: b'a'.ljust(5, bytearray(b'xx')))
show(lambda: b'a'.rjust(5, 'x'))
show(lambda: b'%c' % bytearray(b'ab'))
