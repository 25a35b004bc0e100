class Empty:
    def __len__(self): return 0
class Full(Empty):
    def __bool__(self): return True
class Bad:
    def __bool__(self): return 5
class Negative:
    def __len__(self): return -1
print(bool(Empty()), bool(Full()), not Empty(), "t" if Full() else "f")
for cls in (Bad, Negative):
    try:
        bool(cls())
    except (TypeError, ValueError) as error:
        print(error)
