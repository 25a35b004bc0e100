import gc


class Base:
    pass


class Kept(Base):
    pass


def make():
    for i in range(1000):
        type(f"Dead{i}", (Base,), {"number": i})().number


make()
gc.collect()
print([cls.__name__ for cls in Base.__subclasses__()])
Base.added = 1
print(Kept.added)
