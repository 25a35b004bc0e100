class Doubled:
    def __set__(self, instance, value):
        instance.__dict__["x"] = value * 2


class C:
    x = Doubled()


c = C()
print(type(c.x).__name__)
for value in (4, 5):
    c.x = value
    print(c.x)
try:
    del c.x
except AttributeError as error:
    print(error)
