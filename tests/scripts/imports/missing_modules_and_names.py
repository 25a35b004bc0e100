try:
    import nothing_like_this
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import _shapes.nothing
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import _values.sub
except ModuleNotFoundError as error:
    print(error)
try:
    from _chosen import absent
except ImportError as error:
    print(str(error).split(" (")[0], error.name, type(error).__name__)
