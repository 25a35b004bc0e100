# no-stress: makes hundreds of thousands of objects
row = []
for _ in range(100000):
    row = [row]
try:
    repr(row)
except RecursionError as error:
    print("repr", type(error).__name__)
other = []
for _ in range(100000):
    other = [other]
try:
    row == other
except RecursionError:
    print("eq")
t = ()
for _ in range(100000):
    t = (t,)
try:
    hash(t)
    print("hash")
except RecursionError:
    print("hash")
print("alive")
