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
names = [cls.__name__ for cls in Base.__subclasses__()]
print(names[0], len(names) < 5)  # the last ones may still stand on the native stack
Base.added = 1
print(Kept.added)
