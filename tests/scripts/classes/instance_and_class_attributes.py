class Dog:
    kind = "canine"
    tricks = []
    def __init__(self, name):
        self.name = name

a, b = Dog("Rex"), Dog("Ida")
a.kind = "wolf"
a.tricks.append("roll")
print(a.kind, b.kind, Dog.kind, b.tricks, a.name, b.name)
print(a.__dict__, sorted(b.__dict__), "kind" in Dog.__dict__)
del a.kind
print(a.kind)
