# Classes derived from bytearray, with and without slots; what copies are made of.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


import copy


class Named(bytearray):
    pass


class Slotted(bytearray):
    __slots__ = ('mark',)


class Counting(bytearray):
    def __init__(self, *arguments):
        print('init', arguments)
        super().__init__(*arguments)


named = Named(b'ab\xff')
named.name = 'x'
slotted = Slotted(b'1')
slotted.mark = 2
print(repr(named), str(slotted), named == b'ab\xff')
for value in (named + b'c', named[:], named.copy(), named.upper(), named * 2, named.split(b'b')[0], Named.fromhex('ab')):
    print(type(value).__name__, value)
print(Counting.fromhex('6162'))
for value in (bytearray(), bytearray(b'a\xff'), named, slotted):
    for protocol in (0, 2, 3, 5):
        print(value.__reduce_ex__(protocol))
    print(value.__reduce__())
    for twin in (copy.copy(value), copy.deepcopy(value)):
        print(type(twin).__name__, twin, twin is value, getattr(twin, 'name', None), getattr(twin, 'mark', None))
show(lambda: bytearray().__reduce_ex__('x'))
show(lambda: slotted.other)
named += b'!'
named[0] = 65
del named[1]
print(type(named).__name__, named, named.name)
