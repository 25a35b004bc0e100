from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)
    total: ClassVar[int] = 5


@dataclass(order=True, frozen=True)
class Key:
    a: str
    b: float = field(default=1.5, compare=False)


@dataclass
class Derived(Point):
    y: int = 7
    z: str = "z"


def refused(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


p = Point(1)
print(p, p == Point(1), p != Point(2), Point.__doc__, Point.__match_args__, Derived(1), Derived(1) == Point(1, 7))
print(asdict(Point(1, tags=[Point(2)])), astuple(p), replace(p, y=9), [f.name for f in fields(p)], is_dataclass(p))
print(sorted([Key("c"), Key("b")]), Key("a") <= Key("a", 3), hash(Key("a")) == hash(Key("a", 2)), {Key("a"): 1})
for arguments, keywords in (((), {}), ((1, 2, 3, 4), {}), ((1,), {"w": 1})):
    refused(Point, *arguments, **keywords)
refused(hash, p)
refused(setattr, Key("a"), "a", "z")
refused(delattr, Key("a"), "a")
refused(lambda: Key("a") < 5)
match Point(3, 4):
    case Point(x, y):
        print(x, y)
