from functools import *


def trace(function):
    @wraps(function)
    def wrapper(*args):
        """Wrapper's."""
        print("call", function.__name__)
        return function(*args)
    return wrapper


@trace
def add(a, b):
    """Adds."""
    return a + b


add.extra = 1
print(add(1, 2), add.__name__, add.__doc__, add.__wrapped__(3, 4), add.__qualname__)
