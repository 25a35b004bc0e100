# A flag whose value is no int is a member, but has no bits: iteration and the masks pass it over.
import enum


class Flags(enum.Flag):
    a = "x"
    b = 2
    c = "y"


print(Flags.__members__, list(Flags), len(Flags), Flags.a, repr(Flags.c), Flags.b.value)
print(Flags.a in Flags, Flags("x"), Flags(2), repr(Flags(0)))
for operation in lambda: Flags.a | Flags.c, lambda: Flags.b | Flags.a, lambda: ~Flags.a, lambda: Flags(1):
    try:
        print(operation())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
