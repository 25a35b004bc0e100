class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(True, int), isinstance(1, int | str))
print(issubclass(B, (int, A)), issubclass(bool, int), issubclass(A, object))
class Meta(type):
    def __instancecheck__(cls, obj): return obj == "yes"
    def __subclasscheck__(cls, sub): return sub is int
class C(metaclass=Meta): pass
print(isinstance("yes", C), isinstance("no", C), issubclass(int, C), issubclass(str, C))
try:
    isinstance(1, 5)
except TypeError as error:
    print(error)
