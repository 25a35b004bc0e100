# Classes with different __slots__ cannot be mixed, nor their descriptors be used on other objects.
class A: __slots__ = ("a",)
class B: __slots__ = ("b",)
class Mixin: pass
class Left(Mixin, A): __slots__ = ("c", "b")
class Right(Mixin, A): __slots__ = ("b", "c")
class More(Mixin, A): __slots__ = ("b", "c", "d")
class Open(A): pass
class Foreign: a = A.a

class Ordered(type):
    order = (A, object)
    def mro(cls): return [cls, *cls.order]

def show(function):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

show(lambda: type("C", (A, B), {}))
show(lambda: type("C", (A, list), {}))
show(lambda: type("C", (int, A), {}))
show(lambda: type("C", (int,), {"__slots__": ("a",)}))
show(lambda: type("C", (Open,), {"__slots__": ("__dict__",)}))
show(lambda: type("C", (A,), {"__slots__": ("a", "b"), "b": 1}))
show(lambda: type("C", (A, Open), {}).__name__)
show(lambda: Ordered("C", (), {}))
Ordered.order = (3,)
show(lambda: Ordered("C", (), {}))

left = Left()
left.a, left.b, left.c, left.d = 1, 2, 3, 4
left.__class__ = Right
print(type(left).__name__, left.a, left.b, left.c, left.d)
def become(kind): left.__class__ = kind
show(lambda: become(More))
show(lambda: become(A))

foreign = Foreign()
def write(): foreign.a = 1
for _ in range(3):
    show(lambda: foreign.a)
    show(write)
show(lambda: A.a.__set__(5, 1))
