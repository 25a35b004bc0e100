# Of str, int and float: the class of the value, not the one that formats it.
import enum


class Text(str):
    pass


class Number(float):
    pass


class Count(int):
    pass


class Colour(enum.StrEnum):
    RED = "red"


for value in Text("a"), Number(1.5), Count(3), Colour.RED, "a", 1.5, True:
    for specification in "q", "x", "y.5", ".3d", "s":
        try:
            print(format(value, specification))
        except ValueError as error:
            print(error)
