class Single:
    instance = None
    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, value): self.value = value
print(Single(1) is Single(2), Single(3).value)
class Not:
    def __new__(cls): return 42
    def __init__(self): print("never")
print(Not())
class Positive(int):
    def __new__(cls, n): return super().__new__(cls, abs(n))
print(Positive(-5) + 1, type(Positive(-5)).__name__, Positive(-3))
