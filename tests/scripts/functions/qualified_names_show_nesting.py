def outer():
    def inner(): pass
    class Local:
        def method(self): pass
    return inner, Local, lambda: 0

inner, Local, anonymous = outer()
print(inner.__qualname__, Local.__qualname__, Local.method.__qualname__, anonymous.__qualname__)
