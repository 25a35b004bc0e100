class Logged:
    def __getattribute__(self, name):
        if name == "secret": return "intercepted"
        return super().__getattribute__(name)
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
o = Logged()
o.a = 1
print(o.a, o.secret)
del o.a
print(hasattr(o, "a"))
