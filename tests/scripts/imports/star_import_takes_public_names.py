from _values import *
print(a, b, get())
try:
    _private
except NameError as error:
    print(error)
