class A:
    print("running")
    for i in range(3):
        pass
    if i == 2:
        answer = "two"
    def f(self): return "first"
    g = f
    def f(self): return "second"
print(A.answer, A.i, A().f(), A().g(), A.__name__, A.__module__)
