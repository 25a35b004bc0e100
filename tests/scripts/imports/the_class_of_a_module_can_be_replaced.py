# since 3.14
import sys
import types


class Checked(types.ModuleType):
    @property
    def answer(self):
        return 42

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)


module = types.ModuleType("module")
module.__dict__["answer"] = 1
module.__class__ = Checked
print(module.answer, type(module).__name__, module.__name__, isinstance(module, Checked))
module.x = 3
print(module.x, sorted(name for name in module.__dict__ if not name.startswith("_")))
module.__class__ = types.ModuleType
module.x = 4
print(module.answer, module.x, type(module))
sys.modules[__name__].__class__ = Checked
print(sys.modules[__name__].answer)


class Slots(types.ModuleType):
    __slots__ = ("place",)


for cls in (int, object, Slots, type("Plain", (), {}), 3):
    try:
        module.__class__ = cls
    except TypeError as error:
        print(error)
try:
    type("Plain", (), {})().__class__ = types.ModuleType
except TypeError as error:
    print(error)
