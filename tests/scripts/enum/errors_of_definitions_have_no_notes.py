# since 3.14
# What goes wrong while a member is made comes out as it is.
import enum


def attempt(define):
    try:
        define()
    except Exception as error:
        print(repr(error), getattr(error, "__notes__", None))


def text():
    class Text(enum.StrEnum):
        a = 1


def number():
    class Number(enum.IntEnum):
        a = "x"


def checked():
    class Checked(enum.Enum):
        a = 1

        def __init__(self, value):
            raise RuntimeError(value)


for define in text, number, checked:
    attempt(define)
