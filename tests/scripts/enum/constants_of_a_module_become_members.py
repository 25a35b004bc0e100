import sys
from enum import IntEnum, IntFlag, StrEnum

module = type(sys)("constants")
sys.modules["constants"] = module
module.__dict__.update(FOO_A=2, FOO_B=1, FOO_D=1, BAR=3, TEXT="zz", R=1, W=2)
made = IntEnum._convert_("Foo", "constants", lambda name: name.startswith("FOO"))
print(list(made), list(made.__members__), made.__module__, module.Foo is made, module.FOO_A is made.FOO_A, module.BAR)
made = IntFlag._convert_("Access", "constants", lambda name: name in "RW", as_global=True)
print(list(made), module.R | module.W, made(9), str(module.R))
print(list(StrEnum._convert_("Texts", "constants", lambda name: name == "TEXT")), module.TEXT)


class Source:
    q, p = 1, "x"


for fails in (lambda: IntEnum._convert_("Bad", "constants", lambda name: name in "pq", Source),
              lambda: IntEnum._convert_("Bad", "absent", lambda name: True)):
    try:
        fails()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
