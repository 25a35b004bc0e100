# since 3.14
import operator
import warnings


class Int(int):
    pass


class Float(float):
    pass


class Number:
    def __int__(self):
        return Int(3)

    def __index__(self):
        return Int(4)

    def __float__(self):
        return Float(1.5)


class Truth:
    def __index__(self):
        return True

    def __int__(self):
        return False


class Index:
    def __index__(self):
        return Int(2)


def try_it(function, *arguments):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            value = function(*arguments)
            print(type(value).__name__, value)
        except Exception as error:
            print(type(error).__name__, error)
    for warning in caught:
        print(" ", warning.category.__name__, warning.message)


for value in (Number(), Truth(), Index()):
    try_it(int, value)
    try_it(float, value)
    try_it(operator.index, value)
    try_it(operator.getitem, [0, 1, 2, 3, 4, 5], value)
    try_it(range, value)
    try_it(bytes, value)


class Own(float):
    def __float__(self):
        return 9.5


class Same(float):
    def __float__(self):
        return self


try_it(float, Own(1))
try_it(float, Same(1))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for function in (int, float, operator.index):
        try:
            function(Number())
        except DeprecationWarning as warning:
            print(warning)
