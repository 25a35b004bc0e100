class Typed:
    def __set_name__(self, owner, name): self.name = "_" + name; print("named", name, owner.__name__)
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        if not isinstance(value, int): raise TypeError("int wanted")
        setattr(obj, self.name, value)
class Box:
    width = Typed()
b = Box()
print(b.width)
b.width = 5
print(b.width, b.__dict__, type(Box.width).__name__)
try:
    b.width = "x"
except TypeError as error:
    print(error)
