import operator
from operator import *

print(add(1, 2), sub(5, 3), mul(2, 3), truediv(7, 2), floordiv(7, 2), mod(7, 3), operator.pow(2, 8), neg(5), pos(-5), operator.abs(-3))
print(lshift(1, 4), rshift(16, 2), and_(6, 3), or_(6, 3), xor(6, 3), inv(5), invert(5), index(True))
print(lt(1, 2), le(2, 2), eq(1, 1.0), ne(1, 2), ge(1, 2), gt(2, 1), not_(0), truth([]), is_(None, None), is_not(1, None))
print(concat([1], [2]), contains("abc", "b"), countOf([1, 2, 1], 1), indexOf("abc", "c"), getitem({"a": 1}, "a"),
      length_hint([1, 2]), length_hint(5, 7), length_hint(iter("abc")) >= 0, call(max, 3, 9, key=lambda n: -n))
items = [1, 2]
setitem(items, 0, 9)
delitem(items, 1)
print(items, iadd(items, [3]), items, imul(items, 2), isub({1, 2}, {1}), ior({1}, {2}), iconcat([1], (2,)), ipow(2, 3))
print(operator.__add__ is add, operator.__lt__ is lt, operator.__getitem__ is getitem, operator.__not__ is not_)

print(itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter("k")({"k": 5}), itemgetter(slice(1))([1, 2]))


class Box:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)

    def method(self, *args, **kwargs):
        return args, kwargs


box = Box(a=1, inner=Box(b=2))
print(attrgetter("a")(box), attrgetter("a", "inner.b")(box), methodcaller("method", 1, x=2)(box), methodcaller("upper")("a"))
print(itemgetter(1), itemgetter("a", 2), attrgetter("a.b"), methodcaller("m", 1, k="v"))
print(sorted([(1, "b"), (0, "c"), (1, "a")], key=itemgetter(0)), max([Box(n=1), Box(n=3)], key=attrgetter("n")).n)


class Matrix:
    def __matmul__(self, other):
        return "matmul"

    def __index__(self):
        return 7


print(matmul(Matrix(), 1), imatmul(Matrix(), 1), index(Matrix()))
for use in (lambda: add(1, "a"), lambda: add(1), lambda: itemgetter(), lambda: attrgetter(5), lambda: attrgetter(),
            lambda: methodcaller(), lambda: methodcaller(5), lambda: itemgetter(5)("a"), lambda: attrgetter("x.y")(5),
            lambda: concat(1, 2), lambda: indexOf([], 1), lambda: index("a"), lambda: length_hint(1, "a"), lambda: lt(1, "a"),
            lambda: itemgetter(1)(), lambda: methodcaller("nope")(1)):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)
