import json
from enum import Enum, IntEnum, StrEnum, auto


class Num(IntEnum):
    ONE = 1
    TWO = 2


class Word(StrEnum):
    FOO = auto()
    BAR = "x"


class Mixed(str, Enum):
    A = "a"


print(Num.ONE, repr(Num.ONE), Num.ONE + 1, Num.ONE < Num.TWO, f"{Num.ONE:03}", "%d" % Num.TWO, [10, 20, 30][Num.ONE], sum(Num))
print(sorted([Num.TWO, Num.ONE]), max(Num), Num(2), isinstance(Num.ONE, int), str(Num.TWO))
print(Word.FOO, repr(Word.FOO), Word.FOO == "foo", f"{Word.BAR:>3}", Word("x"), Word.FOO.upper(), "".join(Word))
print(Mixed.A, repr(Mixed.A), Mixed.A == "a", f"{Mixed.A}", "%s" % Mixed.A, Mixed("a"), Mixed.A.upper())
print(json.dumps({"a": Num.ONE, "b": Word.FOO, "c": Mixed.A}))
try:
    class Wrong(StrEnum):
        A = 1
except TypeError as error:
    print(error)
