for call in (lambda: len(5), lambda: int([]), lambda: "a" + 1, lambda: 1 + "a", lambda: [] + (), lambda: -"a",
             lambda: {}[1:2], lambda: None.x, lambda: "a" * "b", lambda: 1 < "a"):
    try:
        call()
    except (TypeError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)
