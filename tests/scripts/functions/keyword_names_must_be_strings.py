def f(**k): return k
try:
    f(**{1: 2})
except TypeError as error:
    print(error)
try:
    f(**5)
except TypeError as error:
    print(error)
try:
    f(*None)
except TypeError as error:
    print(error)
