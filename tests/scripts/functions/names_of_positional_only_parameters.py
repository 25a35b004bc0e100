# A name that no parameter takes: positional-only parameters that are named come first in the error, wherever they stand.
def function(a, b, /, c=1):
    return a, b, c


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: function(e=1, a=2))
attempt(lambda: function(a=2, e=1))
attempt(lambda: function(1, 2, c=1, e=1, b=3))
attempt(lambda: function(b=1, a=2))
attempt(lambda: function(1, 2, e=1))
attempt(lambda: function(1, 2, 3, 4, a=5))
attempt(lambda: function(1, 2, 3, c=4, a=5))
attempt(lambda: function(1, 2, 3, a=5, c=4))
attempt(lambda: (lambda a, /, **more: (a, more))(1, a=2))
