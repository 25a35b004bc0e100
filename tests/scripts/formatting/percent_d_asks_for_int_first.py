class Both:
    def __int__(self):
        return 1

    def __index__(self):
        return 2


class Failing(Both):
    def __int__(self):
        raise KeyError("from __int__")


for code in "diuxXoc":
    print(code, repr(("%" + code) % Both()), (b"%" + code.encode()) % Both())
print("%.3d %+05d" % (Both(), Both()), f"{int(Both())}")
try:
    print("%x %d" % (Failing(), Failing()))
except KeyError as error:
    print(repr(error))
