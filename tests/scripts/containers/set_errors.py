for call in (lambda: {1} | [2], lambda: {1} < [1], lambda: set().remove("k"), lambda: {1} + {2}, lambda: set(5), lambda: frozenset().add(1)):
    try:
        call()
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
