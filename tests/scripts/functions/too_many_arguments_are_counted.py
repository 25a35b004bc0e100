def none(): pass
def one(a): pass
def some(a, b=1): pass
def keyword(a, *, b=1): pass
for function, arguments, named in [(none, (1,), {}), (one, (1, 2), {}), (some, (1, 2, 3), {}),
                                   (keyword, (1, 2), {}), (keyword, (1, 2), {"b": 3})]:
    try:
        function(*arguments, **named)
    except TypeError as error:
        print(error)
