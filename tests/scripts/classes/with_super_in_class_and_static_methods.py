class A:
    @classmethod
    def make(cls): return ["A", cls.__name__]
    @staticmethod
    def plain(): return "plain"
class B(A):
    @classmethod
    def make(cls): return ["B"] + super().make()
    def call(self): return super().plain()
print(B.make(), B().make(), B().call())
