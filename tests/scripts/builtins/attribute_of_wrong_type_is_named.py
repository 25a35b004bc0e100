for call in (lambda: [].push, lambda: "s".foo, lambda: (5).upper, lambda: None.strip, lambda: {}.add, lambda: print.x, lambda: int.foo, lambda: (lambda: 0).bar, lambda: [].append.x, lambda: range(3).y):
    try:
        call()
    except AttributeError as error:
        print(error)
