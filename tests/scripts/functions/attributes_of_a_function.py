def area(width, height=2, *, scale=1):
    """The area of a rectangle."""

area.unit = "cm"
print(area.__name__, area.__qualname__, area.__doc__, area.__module__)
print(area.__defaults__, area.__kwdefaults__, area.unit, area.__dict__)
area.__name__ = "surface"
area.__defaults__ = (5,)
print(area.__name__, area.__defaults__)
