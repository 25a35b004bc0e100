class Box:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(Box[int.__name__], Box[1, 2])
class M(type):
    def __getitem__(cls, k): return ("meta", k)
class C(metaclass=M): pass
print(C["x"])
