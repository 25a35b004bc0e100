class A:
    def __eq__(self, other): return True
try:
    hash(A())
except TypeError as error:
    print(error)
for value in ([], {}, set()):
    try:
        hash(value)
    except TypeError as error:
        print(error)
