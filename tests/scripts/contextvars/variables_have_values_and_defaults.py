from contextvars import ContextVar

plain = ContextVar("plain")
other = ContextVar("other", default=5)
print(plain.name, other.get(), other.get(7), plain.get("argument"))
try:
    plain.get()
except LookupError as error:
    print(type(error).__name__, error.args[0] is plain)
plain.set(1)
print(plain.get(), plain.get(2))
print(repr(plain).startswith("<ContextVar name='plain' at 0x"), repr(other).startswith("<ContextVar name='other' default=5 at"))
print(ContextVar[int])
for make in [lambda: ContextVar(), lambda: ContextVar(5), lambda: ContextVar("a", 5), lambda: ContextVar("a", foo=5)]:
    try:
        make()
    except TypeError as error:
        print(str(error).replace("_contextvars.", ""))
