# since 3.14
class S(str):
    __slots__ = ("a", "b")


class T(S):
    __slots__ = ("c",)


class U(S):
    pass


s = S("text")
s.a = 1
print(s, s.a, hasattr(s, "b"), hasattr(s, "__dict__"), s == "text", hash(s) == hash("text"))
t = T("ähm")
t.a, t.b, t.c = 1, [2], 3
print(t, t.a, t.b, t.c, t.upper(), t + "x")
u = U("u" * 100)
u.a, u.other = "slot", "dict"
print(u.a, u.other, u.__dict__, len(u))
for value in (s, t, u) * 3:
    print(value.a)
try:
    s.other = 1
except AttributeError as error:
    print(error)
del t.b
print(hasattr(t, "b"))
for base in (bytes, int, tuple, type):
    try:
        type("X", (base,), {"__slots__": ("a",)})
    except TypeError as error:
        print(error)
