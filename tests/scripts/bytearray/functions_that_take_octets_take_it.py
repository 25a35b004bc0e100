# What wants bytes-like objects takes bytearrays: numbers, text, struct, re, json, files in memory, code.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


import collections.abc
import gc
import io
import json
import os
import pprint
import random
import re
import struct

array = bytearray(b'12')
show(lambda: (int(array), float(array), int(array, 16), str(array, 'ascii'), int.from_bytes(array), bytes(array)))
show(lambda: int(bytearray(b'x')))
show(lambda: float(bytearray(b'x')))
show(lambda: (ord(bytearray(b'x')), '%s' % array, f'{array}'))
show(lambda: ord(array))
show(lambda: ','.join([array]))
show(lambda: format(array, '5'))
show(lambda: eval(bytearray(b'1 + 2')))
show(lambda: exec(memoryview(b'print(7)')))

array = bytearray(8)
struct.pack_into('<i', array, 2, -2)
show(lambda: (array, struct.unpack_from('<i', array, 2), struct.pack('3s', bytearray(b'ab'))))
show(lambda: struct.pack('c', bytearray(b'a')))
show(lambda: json.loads(bytearray(b'[1]')))
random.seed(bytearray(b'abc'))
show(random.random)
pprint.pprint([bytearray(range(60))])

text = bytearray(b'one two')
show(lambda: (re.match(b'o(n)e', text).groups(), re.findall(rb'\w+', text), re.split(b' ', text)))
show(lambda: (re.sub(b'o', bytearray(b'0'), text), re.sub(rb'(o)', bytearray(rb'<\1>'), text), re.sub(b'x', b'', text)))
show(lambda: re.sub(b'o', lambda found: bytearray(b'q'), text))
show(lambda: re.sub(b'o', lambda found: text.append(1), text))
show(lambda: [found.group() for found in re.finditer(rb'\w', text)])
show(lambda: re.search('o', text))
show(lambda: re.escape(bytearray(b'a.b')))
found = re.match(rb'(\w+) (\w+)', text)
show(lambda: (found.string is text, found.group()))
del text[3:]
show(lambda: (found.groups(), found.expand(rb'\1-\2'), found))
steps = re.finditer(rb'\w', text)
next(steps)
show(lambda: text.append(1))
list(steps)
text.append(33)
print(text)

file = io.BytesIO(bytearray(b'abc'))
file.write(bytearray(b'xy'))
file.seek(0)
target = bytearray(2)
show(lambda: (file.readinto(target), target, file.getvalue()))
reader, writer = os.pipe()
show(lambda: (os.write(writer, target), os.write(writer, memoryview(b'abc')[1:]), os.read(reader, 10)))
show(lambda: UnicodeDecodeError('utf-8', bytearray(b'\xff'), 0, 1, 'reason').object)
show(lambda: os.fspath(bytearray(b'x')))
show(lambda: open(bytearray(b'/nowhere')))

abstract = collections.abc
show(lambda: [issubclass(bytearray, cls) for cls in (abstract.MutableSequence, abstract.Hashable, abstract.Buffer)])
show(lambda: [isinstance(value, abstract.Buffer) for value in (b'', memoryview(b''), '')])
show(lambda: gc.is_tracked(array))
