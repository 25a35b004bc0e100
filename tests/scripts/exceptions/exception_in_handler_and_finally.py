def f():
    try:
        raise ValueError("1")
    except ValueError:
        raise KeyError("2")
    finally:
        print("finally")
try:
    f()
except KeyError as error:
    print(repr(error), repr(error.__context__))
def g():
    try:
        raise ValueError("1")
    finally:
        raise TypeError("replaced")
try:
    g()
except TypeError as error:
    print(repr(error), repr(error.__context__))
