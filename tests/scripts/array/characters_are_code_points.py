# since 3.14
# Items of code 'w' and the deprecated 'u'; errors of codes that are none.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


import warnings
from array import array

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(array('u', 'abc'), memoryview(array('u', 'a')).format)
    print(*[(warning.category.__name__, str(warning.message)) for warning in caught], sep='\n')
text = array('w', 'abc')
show(lambda: (text.tounicode(), text.tobytes(), text.tolist(), text[1], text[1:]))
for value in ('d', 'de', '', 1, None):
    show(lambda: text.append(value))
show(lambda: text.fromunicode('xyz'))
show(lambda: text.fromunicode(b'x'))
show(lambda: text.fromlist(['a', 'bc']))
show(lambda: array('i', [1]).fromunicode('x'))
show(lambda: array('i', [1]).tounicode())
print(text)
text.frombytes(b'\xff' * 4)
show(lambda: text[-1])
show(lambda: text.tounicode())
show(lambda: repr(text))
show(lambda: memoryview(text)[0])
show(lambda: array('x'))
show(lambda: array('ii'))
show(lambda: array('w', 'a') < array('i', [97]))
