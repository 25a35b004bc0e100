def traced(f):
    def wrapper(*args):
        return f(*args)
    return wrapper

@traced
@traced
def fail(n):
    raise LookupError(n)

fail(1)
