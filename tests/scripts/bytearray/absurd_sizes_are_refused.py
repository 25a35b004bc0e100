# Sizes that no machine has raise MemoryError or OverflowError, and the array stays as it was.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


array = bytearray(b'abc')
show(lambda: bytearray(2**62))
show(lambda: bytearray(2**64))
show(lambda: array * 2**62)
show(lambda: array.__imul__(2**61))
show(lambda: array.__imul__(2**64))
show(lambda: array.center(2**62))
show(lambda: bytearray(b'\t').expandtabs(2**31))
print(array)
big = bytearray(10_000_000)
big[-1] = 1
big += b'x' * 1000
del big[:9_999_999]
print(big[:2], len(big))
