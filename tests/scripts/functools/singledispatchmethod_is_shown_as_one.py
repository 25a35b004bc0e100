# since 3.14
# As an attribute it is an object of its own, of the class or bound to an object.
import functools
import inspect


class Shape:
    def __repr__(self):
        return "Shape()"

    @functools.singledispatchmethod
    def area(self, size):
        "of a size"
        return "any"

    @area.register
    def _(self, size: int):
        return "int"

    @functools.singledispatchmethod
    @classmethod
    def make(cls, size):
        return cls.__name__


shape = Shape()
for method in shape.area, Shape.area, shape.make, Shape.make:
    print(method, method.__name__, method.__qualname__, method.__doc__, method.__module__, callable(method))
print(inspect.signature(shape.area), shape.area.__wrapped__ is Shape.__dict__["area"].func, hasattr(shape.area, "other"))
shape.area.register(str, lambda self, size: "str")
print(shape.area(1), shape.area(""), shape.area([]), Shape.make(1))
for call in shape.area, Shape.make:
    try:
        call()
    except TypeError as error:
        print(error)
