import builtins

real = builtins.__import__


def noted(*args, **keywords):
    print(args[0], args[1]["__name__"], type(args[2]).__name__, args[3:], keywords)
    return real(*args, **keywords)


import math, json, os.path, json.decoder
builtins.__import__ = noted
import json
import os.path as path
from math import sin, cos


def function():
    import json
    from os import path


class Class:
    import math


function()
from math import *
builtins.__import__ = lambda *args: 42
import anything
print(anything)
builtins.__import__ = real
exec("import math; print(math)", {"__name__": "n", "__builtins__": {"__import__": lambda *a: a[0].upper(), "print": print}})
try:
    exec("import math", {"__builtins__": {}})
except ImportError as error:
    print(error)
del builtins.__import__
try:
    import math
except ImportError as error:
    print(error)
