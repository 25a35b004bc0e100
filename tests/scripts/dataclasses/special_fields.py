from dataclasses import KW_ONLY, InitVar, dataclass, field, make_dataclass, replace


@dataclass
class Scaled:
    x: int
    scale: InitVar[int]
    y: int = field(init=False)

    def __post_init__(self, scale):
        self.y = self.x * scale


@dataclass
class Keyword:
    a: int
    _: KW_ONLY
    b: int
    c: int = 3


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 5


@dataclass
class Node:
    value: int
    next: "Node | None" = None


def refused(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


print(Scaled(2, 3), Keyword(1, b=2), Keyword.__match_args__, Keyword.__doc__, Slotted(1), Slotted.__slots__)
refused(replace, Scaled(2, 3), x=1)
refused(replace, Scaled(2, 3), y=1, scale=1)
refused(Keyword, 1, 2)
refused(Keyword, 1)
refused(setattr, Slotted(1), "z", 1)
node = Node(1, Node(2))
node.next.next = node
print(node)
Made = make_dataclass("Made", [("x", int), ("y", int, field(default=3))], namespace={"sum": lambda self: self.x + self.y})
print(Made(1), Made(1).sum())
for source in ("x: int = 1\n y: int", "x: list = []", "x = field()", "z: int = field(default=1, default_factory=int)"):
    refused(exec, f"@dataclass\nclass A:\n {source}")
