class A: x = 1
a = A()
setattr(a, "y", 2)
print(getattr(a, "x"), getattr(a, "y"), getattr(a, "z", "none"), hasattr(a, "y"), hasattr(a, "z"), getattr("s", "upper")())
delattr(a, "y")
print(hasattr(a, "y"))
for call in (lambda: getattr(a, "z"), lambda: getattr(a, 5), lambda: setattr(5, "x", 1), lambda: delattr(a, "nope")):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(error)
