# int() asks __int__, then __index__; where an integer is needed, only __index__ counts.
class A:
    def __int__(self): return 5
class B:
    def __index__(self): return 7
class C:
    def __int__(self): return "x"
class D:
    def __index__(self): return 1.5
class E(A, B):
    pass
print(int(A()), int(B()), int(E()), [0] * B(), "abcdefghij"[B()], range(B()), hex(B()), bin(B()), chr(B()) == "\x07", 2**3 << B().__index__())
for call in [lambda: int(C()), lambda: int(D()), lambda: [0] * A(), lambda: "abc"[A()], lambda: int(object()), lambda: range(D()), lambda: int(float("nan")), lambda: int(float("-inf"))]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
