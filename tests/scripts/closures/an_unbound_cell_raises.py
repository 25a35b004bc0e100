def f():
    def g():
        return later
    try:
        g()
    except NameError as error:
        print(error)
    later = 5
    print(g())
    del later
    try:
        g()
    except NameError as error:
        print(error)
f()
