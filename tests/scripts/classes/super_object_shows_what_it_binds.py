class A:
    def name(self):
        return "A"


class B(A):
    def name(self):
        return "B"


b = B()
bound = super(B, b)
print(bound.__self__ is b, bound.__thisclass__, bound.__self_class__)
print(bound.name(), bound.__class__ is super)
unbound = super(B)
print(unbound, unbound.__self__, unbound.__get__(b).name())
try:
    bound.missing
except AttributeError as error:
    print(error)
