from enum import Flag, IntFlag, auto


class Access(Flag):
    WRITE = 2
    READ = 1
    RUN = 4
    ALL = 7
    NONE = 0


class Mixed(IntFlag):
    X = 5
    Y = auto()
    ONE = 1


print(list(Access), list(reversed(Access)), len(Access), list(Access.__members__))
print(list(Access.ALL), list(Access.READ | Access.RUN), Access.RUN | Access.WRITE, ~Access.READ)
print(list(Mixed), list(Mixed.Y | Mixed.ONE), Mixed.X)
