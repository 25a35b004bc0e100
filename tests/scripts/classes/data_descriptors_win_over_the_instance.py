class Data:
    def __get__(self, o, t=None): return "data"
    def __set__(self, o, v): pass
class NonData:
    def __get__(self, o, t=None): return "nondata"
class A:
    d = Data()
    n = NonData()
a = A()
a.__dict__["d"] = a.__dict__["n"] = "instance"
print(a.d, a.n, A.d, A.n)
