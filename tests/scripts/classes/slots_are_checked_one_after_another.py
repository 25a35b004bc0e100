# All names of __slots__ are looked at before any is compared with the names of the class.
def attempt(base, slots, **names):
    try:
        made = type("C", (base,), {"__slots__": slots, **names})
        print(base.__name__, slots, sorted(made.__slots__), [name for name in vars(made) if name in ("a", "_C__p")])
    except (TypeError, ValueError) as error:
        print(base.__name__, slots, type(error).__name__, error)


class Empty:
    __slots__ = ()


class Linked:
    __slots__ = ("__weakref__",)


for base in (object, Empty, Linked, Exception, int, tuple, str, type):
    for slots in (["__dict__"], ["__weakref__"], ["a", "a"], ["__p", "__dict__"], ["__dict__", "__dict__"],
                  ["__weakref__", "__weakref__"], [1, "a"]):
        attempt(base, slots)
    for slots in (["a"], ["a", 1], ["a", "b c"], ["a", "__dict__", "__dict__"], []):
        attempt(base, slots, a=1)
