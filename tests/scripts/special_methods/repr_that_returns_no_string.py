# str() of an object without __str__ gives what __repr__ returned, and complains of __str__.
class Broken:
    def __repr__(self):
        return 5


class BrokenList(list):
    def __repr__(self):
        return {}


for value in Broken(), BrokenList():
    for convert in (str, repr, ascii, format, print, lambda x: x.__str__(), object.__str__, "{}".format,
                    lambda x: f"{x}", lambda x: f"{x!r}", lambda x: "%s" % (x,), lambda x: "%r" % (x,)):
        try:
            print(convert(value))
        except TypeError as error:
            print(error)
