def f(n):
    raise ValueError(n)

def collect():
    errors = []
    for n in range(2):
        try:
            f(n)
        except ValueError as error:
            errors.append(error)
    raise ExceptionGroup("several", errors + [ExceptionGroup("inner", [KeyError("k")])])

collect()
