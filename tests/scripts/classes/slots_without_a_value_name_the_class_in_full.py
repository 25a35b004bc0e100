def function():
    class Inner(Exception):
        __slots__ = ("a",)

    class Other:
        __slots__ = ("a",)

    for made in (Inner(), Other()):
        for use in (lambda: made.a, lambda: made.b, lambda: delattr(made, "a")):
            try:
                print(use())
            except AttributeError as error:
                print(error, error.name)


function()
