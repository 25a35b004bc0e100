def show(value):
    print("default", value)
    return value

def f(a=show(1), b=show(2), *, c=show(3)):
    return a + b + c

print("defined", f())
