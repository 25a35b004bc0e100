import warnings

warnings.simplefilter("ignore")


class Own(KeyError):
    pass


def generator():
    while True:
        try:
            yield
        except Exception as error:
            print(repr(error))


made = generator()
next(made)
for value in (None, 1, (), (1, 2), [1], KeyError("other"), Own("own"), KeyError):
    made.throw(KeyError, value)
