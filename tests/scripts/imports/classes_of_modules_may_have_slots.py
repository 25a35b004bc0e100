import gc
import math
import types


class A(types.ModuleType):
    __slots__ = ("x",)


class B(types.ModuleType):
    __slots__ = ("x",)


class C(types.ModuleType):
    def __getattr__(self, name):
        return f"made {name}"


def set_class(module, cls):
    try:
        module.__class__ = cls
        print(type(module).__name__)
    except TypeError as error:
        print(error)


module = A("m")
module.x, module.z = [1], [3]
set_class(module, B)
module.y = [2]
gc.collect()
print(module.x, module.y, module.z, sorted(name for name in vars(module) if name[0] != "_"))
for cls in (C, types.ModuleType):
    set_class(module, cls)
set_class(C("c"), A)
set_class(types.ModuleType("plain"), A)
set_class(types.ModuleType("plain"), int)
set_class(1, C)
set_class(math, C)
math.own = [4]
gc.collect()
print(math.missing, math.own, math.floor(1.5))
set_class(math, types.ModuleType)
