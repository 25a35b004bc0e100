for base in (list, tuple, set, dict):
    class Sub(base):
        __slots__ = ()
    try:
        Sub().attribute = 1
    except AttributeError as error:
        print(error)
