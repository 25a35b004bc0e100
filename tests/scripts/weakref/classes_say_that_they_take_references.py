import weakref


class Plain:
    pass


class Slotted:
    __slots__ = ("b", "__weakref__", "a")


class Below(Slotted):
    pass


class Bare:
    __slots__ = ()


plain = Plain()
print(plain.__weakref__, type(Plain.__dict__["__weakref__"]).__name__, Plain.__dict__["__weakref__"].__doc__)
reference = weakref.ref(plain)
print(plain.__weakref__ is reference)
print([n for n in Plain.__dict__ if n.endswith("__")][-3:], list(Slotted.__dict__)[-4:], "__weakref__" in Below.__dict__)
print(hasattr(Bare(), "__weakref__"), hasattr(3, "__weakref__"), "__weakref__" in dir(plain))
for make in (lambda: type("A", (Plain,), {"__slots__": "__weakref__"}),
             lambda: type("A", (), {"__slots__": ("__weakref__", "__weakref__")}),
             lambda: type("A", (int,), {"__slots__": "__weakref__"}),
             lambda: setattr(plain, "__weakref__", 1)):
    try:
        make()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
