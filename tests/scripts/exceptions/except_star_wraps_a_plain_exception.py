try:
    raise ValueError("plain")
except* ValueError as group:
    print(repr(group))
try:
    try:
        raise KeyError("other")
    except* ValueError:
        print("no")
except KeyError as error:
    print(repr(error))
