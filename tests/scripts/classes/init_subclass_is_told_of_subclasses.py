class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **rest):
        super().__init_subclass__(**rest)
        Plugin.registry[key] = cls.__name__
class A(Plugin, key="a"): pass
class B(A, key="b"): pass
class C(A): pass
print(Plugin.registry)
