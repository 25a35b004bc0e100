row = [3, 1, 2]
def key(x):
    if x == 2:
        raise RuntimeError("no key")
    return x
try:
    row.sort(key=key)
except RuntimeError as error:
    print(error, sorted(row))
try:
    row.sort(5)
except TypeError as error:
    print(error)
