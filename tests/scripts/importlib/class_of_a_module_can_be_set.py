import sys
import types


class Loud(types.ModuleType):
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)

    @property
    def twice(self):
        return self.x * 2


class Slotted(types.ModuleType):
    __slots__ = ("s",)


def read():
    return module.x


module = types.ModuleType("made")
module.x = 1
print(read(), read())
module.__class__ = Loud
print(read(), module.twice, isinstance(module, Loud))
module.__class__ = types.ModuleType
print(read(), hasattr(module, "twice"), type(module))
for wrong in (int, object, Slotted, 5):
    try:
        module.__class__ = wrong
    except TypeError as error:
        print(error)
sys.modules[__name__].__class__ = Loud
