# close() ends the innermost generator first; what it raises goes through the ones outside.
def level(n, fails):
    try:
        if n:
            yield from level(n - 1, fails)
        else:
            yield "waiting"
    except GeneratorExit:
        print("closing", n)
        if n == fails:
            raise ValueError(n)
        raise
    except ValueError as error:
        print("raised", error, "at", n)
    finally:
        print("finally", n)


for fails in 5, 1, 2:
    chain = level(2, fails)
    next(chain)
    try:
        print(chain.close())
    except ValueError as error:
        print("out", error)
