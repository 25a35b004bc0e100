from enum import Enum, auto, member, nonmember


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius**2, 2)


class Labelled(Enum):
    def __new__(cls, value, label):
        made = object.__new__(cls)
        made._value_ = value
        made.label = label
        return made

    X = (1, "x")
    Y = (2, "y")


class Lenient(Enum):
    A = "a"

    @classmethod
    def _missing_(cls, value):
        return cls.A if value == "AA" else None


class Doubled(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name * 2

    A = auto()
    B = auto()


class Marked(Enum):
    A = 1
    plain = nonmember(3)

    @member
    def function():
        return 5


class Base(Enum):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        print("made", cls.__name__, list(cls))

    def __str__(self):
        return self.name.title()


class Derived(Base):
    A_B = 1


print(Planet.EARTH.gravity, Planet.MARS.value, Labelled(2), Labelled.X.label, Lenient("AA"), list(Doubled), len(Marked), Marked.plain)
print(Derived.A_B, repr(Derived.A_B), f"{Derived.A_B:>6}")
for made in (Enum("F", "A B"), Enum("F", {"A": 5}), Enum("F", [("P", 1)]), Enum("F", ["X", "Y"], start=5)):
    print(list(made), made.__module__)
