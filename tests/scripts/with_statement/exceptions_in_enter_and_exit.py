class BadEnter:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *e): print("never")
class BadExit:
    def __enter__(self): pass
    def __exit__(self, *e): raise KeyError("exit")
try:
    with BadEnter(): print("never")
except ValueError as error:
    print(error)
try:
    with BadExit(): raise IndexError("body")
except KeyError as error:
    print(repr(error), repr(error.__context__))
