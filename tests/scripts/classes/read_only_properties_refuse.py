class A:
    @property
    def x(self): return 1
a = A()
for action in ("set", "delete"):
    try:
        if action == "set":
            a.x = 2
        else:
            del a.x
    except AttributeError as error:
        print(error)
print(a.x)
