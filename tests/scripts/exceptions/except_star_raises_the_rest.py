try:
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [OSError(2), ValueError(3)])])
    except* ValueError as group:
        print(repr(group))
except ExceptionGroup as rest:
    print(repr(rest))
