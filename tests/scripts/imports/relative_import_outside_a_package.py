try:
    from . import x
except ImportError as error:
    print(error)
