x = "global"
class A:
    x = "class"
    y = x
    def method(self):
        return x
    z = [x for _ in range(1)]
print(A().method(), A.y, A.z)
