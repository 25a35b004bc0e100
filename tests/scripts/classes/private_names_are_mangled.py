class A:
    __secret = 1
    def __init__(self): self.__own = 2
    def get(self): return self.__secret + self.__own
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
a = A()
print(a.get(), a.call(), sorted(a.__dict__), hasattr(A, "__secret"), A._A__secret, a._A__own)
