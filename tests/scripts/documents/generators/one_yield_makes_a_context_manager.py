from contextlib import contextmanager

@contextmanager
def measured(name):
    print("start", name)
    try:
        yield name.upper()
    finally:
        print("stop", name)

with measured("lap") as label:
    print("inside", label)
try:
    with measured("crash"):
        raise OSError("wall")
except OSError as error:
    print("outside:", error)
