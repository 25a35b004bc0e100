from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = "b"
    CRIMSON = 1

    def hello(self): return f"I am {self.name}"

    @property
    def low(self): return self.name.lower()

    @classmethod
    def default(cls): return cls.RED


def refused(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color["RED"], list(Color), len(Color))
print(Color.CRIMSON is Color.RED, Color, Color.RED.hello(), Color.RED.low, Color.default(), Color.__members__)
print(Color.RED in Color, 1 in Color, 7 in Color, Color.RED == 1, {Color.RED: "x"}[Color(1)], isinstance(Color.RED, Color))
refused(Color, 5)
refused(lambda: Color["X"])
refused(lambda: Color.X)
refused(lambda: Color.RED < Color.GREEN)
refused(setattr, Color, "RED", 3)
refused(delattr, Color, "RED")
refused(setattr, Color.RED, "value", 3)
refused(lambda: type("Sub", (Color,), {}))
refused(unique, Color)


class Numbers(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print(list(Numbers), list(reversed(Numbers)))
match Color.RED:
    case Color.GREEN: print("green")
    case Color.RED: print("red")
