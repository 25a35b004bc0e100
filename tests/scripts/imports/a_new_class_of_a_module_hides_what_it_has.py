# ouro-only: CPython 3.14 goes on reading the module's own attribute where it has just done so
import types


class Checked(types.ModuleType):
    @property
    def answer(self):
        return 42


def read(module):
    return module.answer


module = types.ModuleType("module")
module.__dict__["answer"] = 1
print(read(module), read(module), read(module))
module.__class__ = Checked
print(read(module), read(module))
module.__class__ = types.ModuleType
print(read(module), read(module))
