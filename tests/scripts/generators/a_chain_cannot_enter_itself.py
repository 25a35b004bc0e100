# A generator that runs cannot be resumed, nor delegated to, from anywhere in its chain.
def attempt(name, function):
    try:
        print(name, function())
    except ValueError as error:
        print(name, error)


def innermost():
    attempt("next", lambda: next(top))
    attempt("send", lambda: top.send(None))
    attempt("throw", lambda: top.throw(KeyError))
    attempt("close", lambda: top.close())
    try:
        yield from top
    except ValueError as error:
        yield str(error)


def middle():
    yield from innermost()


def outermost():
    yield from middle()
    return "done"


top = outermost()
print(next(top), top.gi_running)
print(next(top, "end"))
