print(str(), str(5), str(1.0), str(None), str(True), str([1, "a"]), str(b"x"), str(b"x", "ascii"), str({"a": (1,)}), str(type(5)))
class A:
    def __str__(self): return "from str"
print(str(A()), f"{A()}")
