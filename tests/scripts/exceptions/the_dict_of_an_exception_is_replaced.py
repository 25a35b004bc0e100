class Own(Exception):
    pass


for error in (Exception(), Own(), OSError(2, "text")):
    for value in ({"x": 1}, 5, None, {1: 2}):
        try:
            error.__dict__ = value
            print(type(error).__name__, error.__dict__, getattr(error, "x", "no x"))
        except TypeError as failure:
            print(failure)
    error.y = 3
    print(error.__dict__)
    error.__dict__ = shared = {}
    error.add_note("note")
    error.z = 4
    del error.__notes__
    print(shared)
    try:
        del error.__dict__
    except TypeError as failure:
        print(failure)
