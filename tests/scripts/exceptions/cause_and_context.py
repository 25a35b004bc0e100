try:
    try:
        1 / 0
    except ZeroDivisionError as low:
        raise ValueError("high") from low
except ValueError as error:
    print(repr(error.__cause__) == repr(error.__context__), type(error.__cause__).__name__, error.__suppress_context__)
try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError("while handling")
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    try:
        {}["k"]
    except KeyError:
        raise ValueError from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
