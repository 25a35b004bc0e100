from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass
class Full:
    a: int
    b: str = "x"
    c: InitVar[int] = 3
    d: list = field(default_factory=list)
    _: KW_ONLY
    k: "InitVar[str]" = "q"


@dataclass
class Own:
    """what it says"""

    a: InitVar[int]


@dataclass(init=False)
class Bare:
    a: int


@dataclass(init=False)
class ByHand:
    a: int

    def __init__(self, b, *c):
        pass


for cls in (Full, Own, Bare, ByHand):
    print(cls.__doc__, cls.__init__.__annotations__ if cls is not Bare else "")
