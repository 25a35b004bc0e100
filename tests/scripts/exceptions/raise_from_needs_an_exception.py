try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise "text"
except TypeError as error:
    print(error)
try:
    raise ValueError from KeyError
except ValueError as error:
    print(repr(error.__cause__))
