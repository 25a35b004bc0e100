class Base:
    def __add__(self, other): return "Base.add"
    def __radd__(self, other): return "Base.radd"
class Derived(Base):
    def __radd__(self, other): return "Derived.radd"
print(Base() + Derived(), Derived() + Base(), Base() + Base())
