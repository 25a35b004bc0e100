for action in (lambda: [][0], lambda: {}["k"], lambda: "abc"[5], lambda: (1,)[2], lambda: [].pop(), lambda: {}.pop("x"),
               lambda: set().pop(), lambda: {}.popitem(), lambda: "a".index("b"), lambda: set().remove(1)):
    try:
        action()
    except (LookupError, ValueError) as error:
        print(type(error).__name__, error)
