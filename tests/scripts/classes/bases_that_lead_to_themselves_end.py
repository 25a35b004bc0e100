# ouro-only: CPython follows a chain of single bases for ever
class Class:
    @property
    def __bases__(self):
        return self.bases


class Endless:
    @property
    def __bases__(self):
        return (Endless(),)


alone, first, second, wide, target = Class(), Class(), Class(), Class(), Class()
alone.bases = (alone,)
first.bases, second.bases = (second,), (first,)
wide.bases = (wide, wide)
target.bases = ()
for cls in (alone, first, wide, Endless()):
    for test in (issubclass, lambda cls, target: isinstance(type("I", (), {"__class__": cls})(), target)):
        try:
            print(test(cls, target))
        except RecursionError as error:
            print(str(error).startswith("maximum recursion depth exceeded"))
print(issubclass(alone, alone), issubclass(first, second))
