class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        print("new", name, [b.__name__ for b in bases], options)
        namespace["added"] = name.lower()
        return super().__new__(meta, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
    def __call__(cls, *args):
        print("call", args)
        return super().__call__(*args)
    def shout(cls): return cls.__name__ + "!"
class A(metaclass=Meta, flag=1):
    def __init__(self, x=0): self.x = x
class B(A): pass
print(A.added, B.added, B.shout(), type(B).__name__, B(7).x)
