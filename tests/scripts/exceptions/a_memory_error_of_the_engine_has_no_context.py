for make in (lambda: "a" * 10**17, lambda: [1] * 10**17, lambda: bytes(10**17)):
    try:
        try:
            raise KeyError(1)
        except KeyError:
            make()
    except MemoryError as error:
        print(repr(error), error.__context__)
try:
    try:
        raise KeyError(1)
    except KeyError:
        raise MemoryError
except MemoryError as error:
    print(repr(error), repr(error.__context__))
