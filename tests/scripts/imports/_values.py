"""Values for the import tests."""
print("loading", __name__)
a = 1
b = [2]
_private = 3
def get(): return a
