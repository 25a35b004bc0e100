class C:
    def method(self):
        "What it does."


print(C().method.__doc__)


def f():
    pass


f.__dict__ = {"x": 1}
print(f.x)
try:
    f.__dict__ = 5
except TypeError as error:
    print(error)


def takes(a, b, color=1):
    pass


for name in ("colour", "cc", "aa", "zzz"):
    try:
        takes(1, 2, **{name: 3})
    except TypeError as error:
        print(error)
