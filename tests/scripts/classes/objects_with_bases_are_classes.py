# since 3.14
class Class:
    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


class Instance:
    def __init__(self, cls):
        self.cls = cls

    @property
    def __class__(self):
        return self.cls


class Broken:
    @property
    def __bases__(self):
        raise LookupError("bases")


class Claiming:
    @property
    def __class__(self):
        raise LookupError("class")


def try_it(test, *arguments):
    try:
        print(test.__name__, test(*arguments))
    except Exception as error:
        print(test.__name__, type(error).__name__, error)


base = Class()
middle = Class(base)
other = Class(int)
derived = Class(other, middle)
for cls in (base, middle, derived, other, int, bool, object, 3, "x", Broken()):
    try_it(issubclass, cls, base)
    try_it(issubclass, cls, int)
    try_it(issubclass, cls, (str, (derived, other)))
    try_it(issubclass, base, cls)
    try_it(isinstance, 3, cls)
    try_it(isinstance, Instance(cls), base)
    try_it(isinstance, Instance(cls), int)
    try_it(type.__subclasscheck__, int, cls)
listing = Class()
listing.bases = [base]
try_it(issubclass, listing, base)
try_it(issubclass, base, listing)
try_it(isinstance, Claiming(), base)
try_it(isinstance, Claiming(), int)
try_it(issubclass, list[int], list)
try_it(issubclass, list, list[int])
