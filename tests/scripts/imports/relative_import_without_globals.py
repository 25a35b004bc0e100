# since 3.14
for names in None, {}, {"__name__": "x"}, {"__package__": "x"}, {"__package__": None, "__name__": "x"}:
    try:
        __import__("a", names, None, (), 1)
    except Exception as error:
        print(type(error).__name__, error)
