for call in (lambda: 1 + None, lambda: [] - [], lambda: "a" / 2, lambda: {} | [], lambda: 5 @ 5, lambda: ~1.5, lambda: +"x", lambda: 2 ** "x", lambda: divmod("a", 1), lambda: (1,) + [1]):
    try:
        print(call())
    except TypeError as error:
        print(error)
