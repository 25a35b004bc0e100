from functools import singledispatchmethod


class Shape:
    @singledispatchmethod
    @classmethod
    def of(cls, x):
        return cls.__name__, "anything"

    @of.register
    @classmethod
    def _(cls, x: int):
        return cls.__name__, "int"

    @singledispatchmethod
    @staticmethod
    def size(x):
        return "anything"

    @size.register
    @staticmethod
    def _(x: str):
        return "str"


class Circle(Shape):
    pass


print(Shape.of(1), Circle.of(1), Circle().of(None))
print(Shape.size("a"), Shape().size(1))
method = Shape.__dict__["_"]
print(method.__annotations__, method.__wrapped__.__annotations__)
method.__annotations__ = {"x": int}
print(method.__annotations__, method.__wrapped__.__annotations__)
