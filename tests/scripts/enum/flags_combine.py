from enum import CONFORM, EJECT, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Old(IntFlag):
    A = 1
    B = 2
    C = 4


class Conforming(Flag, boundary=CONFORM):
    A = 1


class Ejecting(Flag, boundary=EJECT):
    A = 1


p = Perm.R | Perm.X
print(p, repr(p), p.name, p.value, Perm.RW, repr(Perm.RW), list(Perm), list(p), len(p), Perm.R in p, Perm.W in p)
print(bool(p & Perm.W), p & Perm.W, repr(p & Perm.W), ~p, p ^ Perm.R, Perm(0), Perm(7), Perm, Perm.R | Perm.W is Perm.RW, Perm.__members__)
print(repr(Old.A | Old.B), repr(Old.A | 8), repr(~Old.A), Old.A + 1, Old(3), repr(Old(0)), Old.A & 1, list(Old(5)), repr(1 | Old.B), repr(Old(16)))
print(repr(Conforming(9)), repr(Ejecting(9)))
for wrong in (lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
