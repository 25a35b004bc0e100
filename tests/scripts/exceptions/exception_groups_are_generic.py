# since 3.14
class Group(ExceptionGroup):
    pass


print(ExceptionGroup[int], BaseExceptionGroup[int, str], Group[int].__args__, Group[int].__origin__ is Group)
print(repr(ExceptionGroup[ValueError]("message", [ValueError(1)])))
