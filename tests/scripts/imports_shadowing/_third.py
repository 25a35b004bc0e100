import _third
try:
    _third.later
except AttributeError as error:
    print(error)
try:
    from _third import later
except ImportError as error:
    print(error)
