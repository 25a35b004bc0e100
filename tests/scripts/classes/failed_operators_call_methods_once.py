class A:
    def __add__(self, other):
        print("add")
        return NotImplemented

    def __radd__(self, other):
        print("radd of A")
        return NotImplemented


class B(A):
    def __radd__(self, other):
        print("radd of B")
        return NotImplemented


for operands in ((A(), B()), (A(), A()), (1, A())):
    try:
        operands[0] + operands[1]
    except TypeError as error:
        print(error)
