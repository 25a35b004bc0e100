# since 3.14
# __add__ of str raises by itself, but a script's __radd__ is asked first where the operator is used.
class Right:
    def __radd__(self, other):
        return 'from the right'


class Listed:
    __radd__ = classmethod(lambda cls, other: ('class', other))


for text in '"a".__add__(1)', '[].__add__(1)', '().__add__(1)', '"a" + 1', 'b"a" + 1', '"a" + Right()', \
        'b"a" + Right()', '[] + Right()', '() + Right()', '"a" + Listed()', '"a".__contains__(1)', '1.5 << True', 'True @ 1.5', \
        '1.5 >> 1', 'True + 1.5', 'True << True', 'pow(2, 3, 5)', 'pow(2.0, 3, 5)':
    try:
        print(text, '->', eval(text))
    except TypeError as error:
        print(text, '->', error)
x = 'a'
try:
    x += 1
except TypeError as error:
    print(error)
