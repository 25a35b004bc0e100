class Swallow:
    def __init__(self, *kinds): self.kinds = kinds
    def __enter__(self): return self
    def __exit__(self, kind, value, tb): return kind is not None and issubclass(kind, self.kinds)

with Swallow(KeyError):
    raise KeyError("gone")
print("after")
try:
    with Swallow(KeyError):
        raise IndexError("kept")
except IndexError as error:
    print(error)
def f():
    with Swallow(ValueError):
        raise ValueError
        return "no"
    return "yes"
print(f())
