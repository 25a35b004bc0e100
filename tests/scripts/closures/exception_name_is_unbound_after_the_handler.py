def f():
    try:
        raise ValueError("x")
    except ValueError as error:
        keep = lambda: error
    try:
        keep()
    except NameError as problem:
        print(problem)
f()
