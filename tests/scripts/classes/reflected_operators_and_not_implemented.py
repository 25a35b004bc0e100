class A:
    def __add__(self, other): return NotImplemented
    def __radd__(self, other): return ("radd", other)
class B:
    def __radd__(self, other): return "B.radd"
print(A() + B(), 1 + A())
try:
    A() + 1
except TypeError as error:
    print(error)
try:
    A() - 1
except TypeError as error:
    print(error)
