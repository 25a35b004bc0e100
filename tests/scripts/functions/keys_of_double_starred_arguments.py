# That they are strings is checked when all arguments are there.
def function(*positional, **named):
    return positional, named


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


attempt(lambda: function(**{1: 2}))
attempt(lambda: function(*[1], **{1: 2}))
attempt(lambda: function(*5, **{1: 2}))
attempt(lambda: function(**{1: 3}, **{1: 3}))
attempt(lambda: function(x=1, **{1: 3}, **{"x": 3}))
attempt(lambda: print(*5, **{1: 2}))
attempt(lambda: print(**{1: 2}))
attempt(lambda: dict(**{1: 2}))
attempt(lambda: (lambda a: a)(*5, **{1: 2}))


def define():
    class Defined(**{1: 2}):
        pass


attempt(define)
