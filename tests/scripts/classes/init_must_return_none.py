class A:
    def __init__(self): return 5
try:
    A()
except TypeError as error:
    print(error)
class B: pass
try:
    B(1)
except TypeError as error:
    print(error)
try:
    object(1)
except TypeError as error:
    print(error)
