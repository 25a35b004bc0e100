print(type(1), type("s"), type(None), type(...), type(NotImplemented), type(print), type(len), type(lambda: 0), type(type), type([].append), type(range(1)), type({}.keys()), type(iter([])), type(x for x in []), type(Exception()))
print(callable(print), callable(int), callable(lambda: 0), callable(5), callable("x"), type(5) is int, type(True) is bool)
print(int.__name__, str.__mro__, bool.__bases__, int.__module__, [].__class__, (5).__class__.__name__)
