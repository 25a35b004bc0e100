def f():
    super()
try:
    f()
except RuntimeError as error:
    print(error)
class A:
    def g(): super()
try:
    A.g()
except RuntimeError as error:
    print(error)
class B:
    def h(self): return super().nothing
try:
    B().h()
except AttributeError as error:
    print(error)
